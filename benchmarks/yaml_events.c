/* The least that reading YAML can cost: open, read and parse every file that a list
   names, one a line, and count the events. Built and run by cold.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define LARGEST (1 << 21)

static long events_of(const unsigned char *bytes, size_t size) {
    yaml_parser_t parser;
    yaml_event_t event;
    long count = 0;
    int last = 0;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, bytes, size);
    while (!last && yaml_parser_parse(&parser, &event)) {
        last = event.type == YAML_STREAM_END_EVENT;
        count++;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return count;
}

int main(int argc, char **argv) {
    static unsigned char bytes[LARGEST];
    static char name[4096];
    long count = 0;
    FILE *list = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!list) {
        fprintf(stderr, "usage: yaml_events LIST\n");
        return 2;
    }
    while (fgets(name, sizeof name, list)) {
        name[strcspn(name, "\n")] = 0;
        FILE *file = fopen(name, "rb");
        if (!file) {
            perror(name);
            return 1;
        }
        setvbuf(file, NULL, _IONBF, 0);
        size_t size = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        count += events_of(bytes, size);
    }
    printf("%ld\n", count);
    return 0;
}
