/*
 * What fuzzers have in common. Each is a program that libFuzzer calls with bytes of its invention,
 * built with clang by `make fuzz`; run.sh runs them.
 */
#ifndef NEC_TESTS_FUZZ_FUZZ_H
#define NEC_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Looks at one input; always returns 0. What it finds ends the process. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process with a message where something does not hold. */
#define FUZZ_HOLDS(condition)                                                                      \
	do {                                                                                       \
		if (!(condition))                                                                  \
			fuzz_fail(__FILE__, __LINE__, #condition);                                 \
	} while (0)

_Noreturn void fuzz_fail(const char *file, int line, const char *condition);

#endif
