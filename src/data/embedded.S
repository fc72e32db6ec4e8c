/* The images and sources that tools/mkdata made from data/vi: see embedded.h. */
	.section .rodata
	.balign 64
	.globl bg_embedded_lines
bg_embedded_lines:
	.incbin "lines.bin"
	.balign 4096
	.globl bg_embedded_image
bg_embedded_image:
	.incbin "image.bin"
	.balign 64
	.globl bg_embedded_sources
bg_embedded_sources:
	.incbin "sources.bin"
1:
	.balign 8
	.globl bg_embedded_sources_size
bg_embedded_sources_size:
	.quad 1b - bg_embedded_sources
	.section .note.GNU-stack,"",@progbits
