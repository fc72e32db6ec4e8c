/*
 * mkdata: compile data/vi and data/sites into the images that the library embeds. Run by the build; its output is never edited or committed.
 *   mkdata IMAGE_OUT LINES_OUT SOURCES_OUT DATA_DIR…
 */
#include "../src/data/embedded.h"

#include <stdlib.h>

/* The tool is linked without the embedded files it makes. */
const unsigned char bg_embedded_lines[1], bg_embedded_image[1], bg_embedded_sources[1];
const uint64_t bg_embedded_sources_size = 0;

static int write_file(const char *path, const void *bytes, size_t size) {
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(bytes, 1, size, out) != size || fclose(out) != 0) {
        perror(path);
        return 1;
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 5) return fputs("usage: mkdata IMAGE_OUT LINES_OUT SOURCES_OUT DATA_DIR...\n", stderr), 2;
    bg_sources sources = {0};
    bg_error err = {0};
    bg_image *image = NULL, *lines = NULL;
    bg_buf packed;
    bg_buf__init(&packed, (size_t)256 << 20);
    bg_code code = BG_OK;
    for (int i = 4; i < argc && !code; i++) code = bg_sources__read_dir(&sources, argv[i], &err);
    if (!code) code = bg_compile__image(&sources, NULL, &image, &err);
    if (!code) code = bg_compile__lines(&sources, &lines, &err);
    if (!code) code = bg_sources__pack(&sources, &packed, &err);
    if (code) fprintf(stderr, "mkdata: %s\n", err.message);
    int bad = code || write_file(argv[1], image, image->size) || write_file(argv[2], lines, lines->size) || write_file(argv[3], packed.bytes, packed.size);
    free(image);
    free(lines);
    bg_buf__free(&packed);
    bg_sources__free(&sources);
    return bad;
}
