/*
 * libical, loaded late (base/late.h). To be included instead of <libical/ical.h>.
 */
#ifndef NEC_BASE_ICAL_H
#define NEC_BASE_ICAL_H

#include "base/late.h"

#include <libical/ical.h>

/* clang-format off */
#define ICAL_FUNCTIONS(each) \
	each(icalcomponent_add_component) \
	each(icalcomponent_add_property) \
	each(icalcomponent_as_ical_string_r) \
	each(icalcomponent_count_errors) \
	each(icalcomponent_count_properties) \
	each(icalcomponent_free) \
	each(icalcomponent_get_first_component) \
	each(icalcomponent_get_first_property) \
	each(icalcomponent_get_next_component) \
	each(icalcomponent_get_next_property) \
	each(icalcomponent_get_status) \
	each(icalcomponent_get_summary) \
	each(icalcomponent_get_timezone) \
	each(icalcomponent_get_uid) \
	each(icalcomponent_isa) \
	each(icalcomponent_new_clone) \
	each(icalcomponent_new_valarm) \
	each(icalcomponent_new_vcalendar) \
	each(icalcomponent_new_vevent) \
	each(icalcomponent_remove_component) \
	each(icalcomponent_remove_property) \
	each(icalcomponent_set_status) \
	each(icalcomponent_strip_errors) \
	each(icaldurationtype_from_int) \
	each(icalerror_set_errors_are_fatal) \
	each(icalmemory_free_buffer) \
	each(icalmemory_free_ring) \
	each(icalparameter_get_cn) \
	each(icalparameter_get_cutype) \
	each(icalparameter_get_tzid) \
	each(icalparameter_get_xlicerrortype) \
	each(icalparameter_new_tzid) \
	each(icalparser_add_line) \
	each(icalparser_free) \
	each(icalparser_new) \
	each(icalparser_parse_string) \
	each(icalproperty_free) \
	each(icalproperty_get_comment) \
	each(icalproperty_get_description) \
	each(icalproperty_get_dtend) \
	each(icalproperty_get_dtstart) \
	each(icalproperty_get_duration) \
	each(icalproperty_get_exdate) \
	each(icalproperty_get_first_parameter) \
	each(icalproperty_get_geo) \
	each(icalproperty_get_rdate) \
	each(icalproperty_get_recurrenceid) \
	each(icalproperty_get_rrule) \
	each(icalproperty_get_status) \
	each(icalproperty_get_summary) \
	each(icalproperty_get_tzid) \
	each(icalproperty_get_tzoffsetfrom) \
	each(icalproperty_get_url) \
	each(icalproperty_get_value) \
	each(icalproperty_get_value_as_string) \
	each(icalproperty_get_x) \
	each(icalproperty_get_x_name) \
	each(icalproperty_get_xlicerror) \
	each(icalproperty_isa) \
	each(icalproperty_new) \
	each(icalproperty_new_action) \
	each(icalproperty_new_categories) \
	each(icalproperty_new_comment) \
	each(icalproperty_new_description) \
	each(icalproperty_new_dtend) \
	each(icalproperty_new_dtstart) \
	each(icalproperty_new_geo) \
	each(icalproperty_new_location) \
	each(icalproperty_new_prodid) \
	each(icalproperty_new_summary) \
	each(icalproperty_new_trigger) \
	each(icalproperty_new_uid) \
	each(icalproperty_new_url) \
	each(icalproperty_new_version) \
	each(icalproperty_new_x) \
	each(icalproperty_set_comment) \
	each(icalproperty_set_parameter) \
	each(icalproperty_set_prodid) \
	each(icalproperty_set_rdate) \
	each(icalproperty_set_tzid) \
	each(icalproperty_set_value) \
	each(icalproperty_set_x_name) \
	each(icalrecur_iterator_free) \
	each(icalrecur_iterator_new) \
	each(icalrecur_iterator_next) \
	each(icalrecurrencetype_day_position) \
	each(icaltime_adjust) \
	each(icaltime_as_ical_string) \
	each(icaltime_compare) \
	each(icaltime_compare_date_only) \
	each(icaltime_from_timet_with_zone) \
	each(icaltime_is_null_time) \
	each(icaltime_is_utc) \
	each(icaltime_null_time) \
	each(icaltimezone_free_builtin_timezones) \
	each(icaltimezone_get_builtin_timezone) \
	each(icaltimezone_get_component) \
	each(icaltimezone_get_utc_offset) \
	each(icaltimezone_get_utc_offset_of_utc_time) \
	each(icaltimezone_get_utc_timezone) \
	each(icaltimezone_truncate_vtimezone) \
	each(icaltriggertype_from_int) \
	each(icalvalue_get_datetime) \
	each(icalvalue_get_text) \
	each(icalvalue_isa) \
	each(icalvalue_new_datetime)
/* clang-format on */

LATE_FUNCTIONS(ical, ICAL_FUNCTIONS)

#include "base/ical_names.h"

#endif
