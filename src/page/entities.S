/* data/html/entities.txt as it is: see entity.c. */
	.section .rodata
	.globl bg_entities
bg_entities:
	.incbin "entities.txt"
	.globl bg_entities_end
bg_entities_end:
	.section .note.GNU-stack,"",@progbits
