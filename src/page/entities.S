/* data/html/entities.txt as it is: see entity.c. */
	.section .rodata
	.globl bg_entities
bg_entities:
	.incbin "entities.txt"
1:
	.balign 8
	.globl bg_entities_size
bg_entities_size:
	.quad 1b - bg_entities
	.section .note.GNU-stack,"",@progbits
