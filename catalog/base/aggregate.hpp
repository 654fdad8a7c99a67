// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/preprocessor/repetition/enum.hpp>
#include <boost/preprocessor/repetition/enum_params.hpp>
#include <boost/preprocessor/repetition/repeat_from_to.hpp>
#include <cstddef>
#include <tuple>
#include <type_traits>

/// The members of a plain struct as a tuple, so that code which has to treat all of them alike (a codec, a hash) cannot forget one that
/// is added later. Works for aggregates without bases and with at most 63 members that can all be initialised by {}.
namespace khomo {
namespace aggregate_detail {

#define KHOMO_EMPTY(z, n, data) \
    {}
#define KHOMO_COUNT(z, n, data)                               \
    if constexpr (requires { T{BOOST_PP_ENUM(n, KHOMO_EMPTY, )}; }) { \
        count = n;                                            \
    }
template <typename T>
consteval std::size_t member_count() {
    std::size_t count = 0;
    BOOST_PP_REPEAT_FROM_TO(1, 65, KHOMO_COUNT, )
    return count;
}
#undef KHOMO_COUNT
#undef KHOMO_EMPTY

}  // namespace aggregate_detail

/// References to all members of `value`, in the order of their declaration.
template <typename T>
auto members_of(T& value) {
    static_assert(std::is_aggregate_v<std::remove_const_t<T>>);
    constexpr auto kCount = aggregate_detail::member_count<std::remove_const_t<T>>();
    static_assert(kCount > 0 && kCount < 64, "too many members: raise the limit");
#define KHOMO_TIE(z, n, data)                                   \
    if constexpr (kCount == n) {                                \
        auto& [BOOST_PP_ENUM_PARAMS(n, member)] = value;        \
        return std::tie(BOOST_PP_ENUM_PARAMS(n, member));       \
    } else
    BOOST_PP_REPEAT_FROM_TO(1, 64, KHOMO_TIE, ) {
        return std::tuple<>();
    }
#undef KHOMO_TIE
}

}  // namespace khomo
