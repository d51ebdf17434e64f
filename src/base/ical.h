/*
 * libical, loaded when one of its functions is first called. With ICU, which it needs, it is the
 * largest part of what the program would do before its first frame, and most runs never use it.
 *
 * To be included instead of <libical/ical.h>; the functions are called by their own names. One more
 * is one more row here and in base/ical_functions.h.
 */
#ifndef NEC_BASE_ICAL_H
#define NEC_BASE_ICAL_H

#include "base/ical_functions.h"

#ifdef ICAL_SONAME
/* clang-format off */
#define icalcomponent_add_component ical_functions()->icalcomponent_add_component
#define icalcomponent_add_property ical_functions()->icalcomponent_add_property
#define icalcomponent_as_ical_string_r ical_functions()->icalcomponent_as_ical_string_r
#define icalcomponent_count_errors ical_functions()->icalcomponent_count_errors
#define icalcomponent_count_properties ical_functions()->icalcomponent_count_properties
#define icalcomponent_free ical_functions()->icalcomponent_free
#define icalcomponent_get_first_component ical_functions()->icalcomponent_get_first_component
#define icalcomponent_get_first_property ical_functions()->icalcomponent_get_first_property
#define icalcomponent_get_next_component ical_functions()->icalcomponent_get_next_component
#define icalcomponent_get_next_property ical_functions()->icalcomponent_get_next_property
#define icalcomponent_get_status ical_functions()->icalcomponent_get_status
#define icalcomponent_get_summary ical_functions()->icalcomponent_get_summary
#define icalcomponent_get_uid ical_functions()->icalcomponent_get_uid
#define icalcomponent_isa ical_functions()->icalcomponent_isa
#define icalcomponent_new_clone ical_functions()->icalcomponent_new_clone
#define icalcomponent_new_valarm ical_functions()->icalcomponent_new_valarm
#define icalcomponent_new_vcalendar ical_functions()->icalcomponent_new_vcalendar
#define icalcomponent_new_vevent ical_functions()->icalcomponent_new_vevent
#define icalcomponent_remove_component ical_functions()->icalcomponent_remove_component
#define icalcomponent_remove_property ical_functions()->icalcomponent_remove_property
#define icalcomponent_set_status ical_functions()->icalcomponent_set_status
#define icalcomponent_strip_errors ical_functions()->icalcomponent_strip_errors
#define icaldurationtype_as_int ical_functions()->icaldurationtype_as_int
#define icaldurationtype_from_int ical_functions()->icaldurationtype_from_int
#define icalerror_set_errors_are_fatal ical_functions()->icalerror_set_errors_are_fatal
#define icalmemory_free_buffer ical_functions()->icalmemory_free_buffer
#define icalmemory_free_ring ical_functions()->icalmemory_free_ring
#define icalparameter_get_cn ical_functions()->icalparameter_get_cn
#define icalparameter_get_cutype ical_functions()->icalparameter_get_cutype
#define icalparameter_get_tzid ical_functions()->icalparameter_get_tzid
#define icalparameter_get_xlicerrortype ical_functions()->icalparameter_get_xlicerrortype
#define icalparameter_new_tzid ical_functions()->icalparameter_new_tzid
#define icalparser_add_line ical_functions()->icalparser_add_line
#define icalparser_free ical_functions()->icalparser_free
#define icalparser_new ical_functions()->icalparser_new
#define icalparser_parse_string ical_functions()->icalparser_parse_string
#define icalproperty_free ical_functions()->icalproperty_free
#define icalproperty_get_comment ical_functions()->icalproperty_get_comment
#define icalproperty_get_description ical_functions()->icalproperty_get_description
#define icalproperty_get_dtend ical_functions()->icalproperty_get_dtend
#define icalproperty_get_dtstart ical_functions()->icalproperty_get_dtstart
#define icalproperty_get_duration ical_functions()->icalproperty_get_duration
#define icalproperty_get_exdate ical_functions()->icalproperty_get_exdate
#define icalproperty_get_first_parameter ical_functions()->icalproperty_get_first_parameter
#define icalproperty_get_geo ical_functions()->icalproperty_get_geo
#define icalproperty_get_rdate ical_functions()->icalproperty_get_rdate
#define icalproperty_get_recurrenceid ical_functions()->icalproperty_get_recurrenceid
#define icalproperty_get_rrule ical_functions()->icalproperty_get_rrule
#define icalproperty_get_status ical_functions()->icalproperty_get_status
#define icalproperty_get_summary ical_functions()->icalproperty_get_summary
#define icalproperty_get_tzid ical_functions()->icalproperty_get_tzid
#define icalproperty_get_tzoffsetfrom ical_functions()->icalproperty_get_tzoffsetfrom
#define icalproperty_get_url ical_functions()->icalproperty_get_url
#define icalproperty_get_value ical_functions()->icalproperty_get_value
#define icalproperty_get_value_as_string ical_functions()->icalproperty_get_value_as_string
#define icalproperty_get_x ical_functions()->icalproperty_get_x
#define icalproperty_get_x_name ical_functions()->icalproperty_get_x_name
#define icalproperty_get_xlicerror ical_functions()->icalproperty_get_xlicerror
#define icalproperty_isa ical_functions()->icalproperty_isa
#define icalproperty_new ical_functions()->icalproperty_new
#define icalproperty_new_action ical_functions()->icalproperty_new_action
#define icalproperty_new_categories ical_functions()->icalproperty_new_categories
#define icalproperty_new_comment ical_functions()->icalproperty_new_comment
#define icalproperty_new_description ical_functions()->icalproperty_new_description
#define icalproperty_new_dtend ical_functions()->icalproperty_new_dtend
#define icalproperty_new_dtstart ical_functions()->icalproperty_new_dtstart
#define icalproperty_new_geo ical_functions()->icalproperty_new_geo
#define icalproperty_new_location ical_functions()->icalproperty_new_location
#define icalproperty_new_prodid ical_functions()->icalproperty_new_prodid
#define icalproperty_new_summary ical_functions()->icalproperty_new_summary
#define icalproperty_new_trigger ical_functions()->icalproperty_new_trigger
#define icalproperty_new_uid ical_functions()->icalproperty_new_uid
#define icalproperty_new_url ical_functions()->icalproperty_new_url
#define icalproperty_new_version ical_functions()->icalproperty_new_version
#define icalproperty_new_x ical_functions()->icalproperty_new_x
#define icalproperty_set_comment ical_functions()->icalproperty_set_comment
#define icalproperty_set_parameter ical_functions()->icalproperty_set_parameter
#define icalproperty_set_prodid ical_functions()->icalproperty_set_prodid
#define icalproperty_set_rdate ical_functions()->icalproperty_set_rdate
#define icalproperty_set_tzid ical_functions()->icalproperty_set_tzid
#define icalproperty_set_value ical_functions()->icalproperty_set_value
#define icalproperty_set_x_name ical_functions()->icalproperty_set_x_name
#define icalrecur_iterator_free ical_functions()->icalrecur_iterator_free
#define icalrecur_iterator_new ical_functions()->icalrecur_iterator_new
#define icalrecur_iterator_next ical_functions()->icalrecur_iterator_next
#define icaltime_adjust ical_functions()->icaltime_adjust
#define icaltime_as_ical_string ical_functions()->icaltime_as_ical_string
#define icaltime_compare ical_functions()->icaltime_compare
#define icaltime_compare_date_only ical_functions()->icaltime_compare_date_only
#define icaltime_from_timet_with_zone ical_functions()->icaltime_from_timet_with_zone
#define icaltime_is_null_time ical_functions()->icaltime_is_null_time
#define icaltime_is_utc ical_functions()->icaltime_is_utc
#define icaltime_null_time ical_functions()->icaltime_null_time
#define icaltimezone_free_builtin_timezones ical_functions()->icaltimezone_free_builtin_timezones
#define icaltimezone_get_builtin_timezone ical_functions()->icaltimezone_get_builtin_timezone
#define icaltimezone_get_component ical_functions()->icaltimezone_get_component
#define icaltimezone_get_utc_offset ical_functions()->icaltimezone_get_utc_offset
#define icaltimezone_get_utc_timezone ical_functions()->icaltimezone_get_utc_timezone
#define icaltimezone_truncate_vtimezone ical_functions()->icaltimezone_truncate_vtimezone
#define icaltriggertype_from_int ical_functions()->icaltriggertype_from_int
#define icalvalue_get_datetime ical_functions()->icalvalue_get_datetime
#define icalvalue_get_text ical_functions()->icalvalue_get_text
#define icalvalue_new_datetime ical_functions()->icalvalue_new_datetime
/* clang-format on */
#endif

#endif
