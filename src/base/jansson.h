/*
 * jansson, loaded late (base/late.h). To be included instead of <jansson.h>.
 */
#ifndef NEC_BASE_JANSSON_H
#define NEC_BASE_JANSSON_H

#include "base/late.h"

/* json_decref() is written out in jansson's own header, where json_delete() is not late yet: there
 * it is this one, which hands on. */
#define json_delete jansson_delete
#include <jansson.h>
#undef json_delete

__typeof__(jansson_delete) json_delete;

/* clang-format off */
#define JANSSON_FUNCTIONS(each) \
	each(json_array) \
	each(json_array_append_new) \
	each(json_array_get) \
	each(json_array_size) \
	each(json_delete) \
	each(json_dump_callback) \
	each(json_false) \
	each(json_integer) \
	each(json_integer_value) \
	each(json_load_callback) \
	each(json_null) \
	each(json_object) \
	each(json_object_get) \
	each(json_object_iter) \
	each(json_object_iter_key) \
	each(json_object_iter_next) \
	each(json_object_iter_value) \
	each(json_object_key_to_iter) \
	each(json_object_set_new) \
	each(json_real) \
	each(json_real_value) \
	each(json_string) \
	each(json_string_value) \
	each(json_true)
/* clang-format on */

LATE_FUNCTIONS(jansson, JANSSON_FUNCTIONS)

#include "base/jansson_names.h"

#endif
