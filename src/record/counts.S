/* data/words/counts.txt as it is: see rarity.c. */
	.section .rodata
	.globl bg_counts
bg_counts:
	.incbin "counts.txt"
1:
	.balign 8
	.globl bg_counts_size
bg_counts_size:
	.quad 1b - bg_counts
	.section .note.GNU-stack,"",@progbits
