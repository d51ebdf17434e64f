/* The bytes of data/nec-2023.md, made into an array by the build; a NUL follows them. */
#ifndef NEC_READ_BUILTIN_PAGE_H
#define NEC_READ_BUILTIN_PAGE_H

extern const unsigned char builtin_page[];
extern const unsigned long builtin_page_length;

#endif
