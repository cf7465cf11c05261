//! Catalogue rows of comparisons, predicates and logical functions. Integers of unlike sign compare by value.

use crate::catalogue::table;

table! {
    Elementwise {
        ["numpy.equal"] "(B, B) -> B" np::equal ["numpy.equal(numpy.True_, numpy.False_)"];
        ["numpy.equal"] "(i64, u64) -> B" np::equal_mixed ["numpy.equal(numpy.int64(-1), numpy.uint64(2**64 - 1))"];
        ["numpy.equal"] "(u64, i64) -> B" np::equal_mixed ["numpy.equal(numpy.uint64(2**64 - 1), numpy.int64(-1))"];
        ["numpy.equal"] "(N, N) -> B" np::equal ["numpy.equal(1, 2)", "numpy.equal(0.0, -0.0)", "numpy.equal(1j, 2j)"];
        ["numpy.not_equal"] "(B, B) -> B" np::xor ["numpy.not_equal(numpy.True_, numpy.False_)"];
        ["numpy.not_equal"] "(i64, u64) -> B" np::not_equal_mixed
            ["numpy.not_equal(numpy.int64(-1), numpy.uint64(2**64 - 1))"];
        ["numpy.not_equal"] "(u64, i64) -> B" np::not_equal_mixed
            ["numpy.not_equal(numpy.uint64(2**64 - 1), numpy.int64(-1))"];
        ["numpy.not_equal"] "(N, N) -> B" np::not_equal
            ["numpy.not_equal(1, 2)", "numpy.not_equal(0.0, -0.0)", "numpy.not_equal(1j, 2j)"];
        ["numpy.less"] "(B, B) -> B" np::less_bool ["numpy.less(numpy.True_, numpy.False_)"];
        ["numpy.less"] "(i64, u64) -> B" np::less_mixed ["numpy.less(numpy.int64(-1), numpy.uint64(2**64 - 1))"];
        ["numpy.less"] "(u64, i64) -> B" np::less_mixed ["numpy.less(numpy.uint64(2**64 - 1), numpy.int64(-1))"];
        ["numpy.less"] "(N, N) -> B" np::less ["numpy.less(1, 2)", "numpy.less(0.0, -0.0)", "numpy.less(1j, 2j)"];
        ["numpy.less_equal"] "(B, B) -> B" np::less_equal_bool ["numpy.less_equal(numpy.True_, numpy.False_)"];
        ["numpy.less_equal"] "(i64, u64) -> B" np::less_equal_mixed
            ["numpy.less_equal(numpy.int64(-1), numpy.uint64(2**64 - 1))"];
        ["numpy.less_equal"] "(u64, i64) -> B" np::less_equal_mixed
            ["numpy.less_equal(numpy.uint64(2**64 - 1), numpy.int64(-1))"];
        ["numpy.less_equal"] "(N, N) -> B" np::less_equal
            ["numpy.less_equal(1, 2)", "numpy.less_equal(0.0, -0.0)", "numpy.less_equal(1j, 2j)"];
        ["numpy.greater"] "(B, B) -> B" np::greater_bool ["numpy.greater(numpy.True_, numpy.False_)"];
        ["numpy.greater"] "(i64, u64) -> B" np::greater_mixed
            ["numpy.greater(numpy.int64(-1), numpy.uint64(2**64 - 1))"];
        ["numpy.greater"] "(u64, i64) -> B" np::greater_mixed
            ["numpy.greater(numpy.uint64(2**64 - 1), numpy.int64(-1))"];
        ["numpy.greater"] "(N, N) -> B" np::greater
            ["numpy.greater(1, 2)", "numpy.greater(0.0, -0.0)", "numpy.greater(1j, 2j)"];
        ["numpy.greater_equal"] "(B, B) -> B" np::greater_equal_bool ["numpy.greater_equal(numpy.True_, numpy.False_)"];
        ["numpy.greater_equal"] "(i64, u64) -> B" np::greater_equal_mixed
            ["numpy.greater_equal(numpy.int64(-1), numpy.uint64(2**64 - 1))"];
        ["numpy.greater_equal"] "(u64, i64) -> B" np::greater_equal_mixed
            ["numpy.greater_equal(numpy.uint64(2**64 - 1), numpy.int64(-1))"];
        ["numpy.greater_equal"] "(N, N) -> B" np::greater_equal
            ["numpy.greater_equal(1, 2)", "numpy.greater_equal(0.0, -0.0)", "numpy.greater_equal(1j, 2j)"];
        ["numpy.logical_and"] "(B, B) -> B" np::and ["numpy.logical_and(numpy.True_, numpy.False_)"];
        ["numpy.logical_and"] "(N, N) -> B" np::logical_and ["numpy.logical_and(0.0, numpy.nan)"];
        ["numpy.logical_or"] "(B, B) -> B" np::or ["numpy.logical_or(numpy.True_, numpy.False_)"];
        ["numpy.logical_or"] "(N, N) -> B" np::logical_or ["numpy.logical_or(0.0, numpy.nan)"];
        ["numpy.logical_xor"] "(B, B) -> B" np::xor ["numpy.logical_xor(numpy.True_, numpy.False_)"];
        ["numpy.logical_xor"] "(N, N) -> B" np::logical_xor ["numpy.logical_xor(0.0, numpy.nan)"];
        ["numpy.logical_not"] "(B) -> B" np::not ["numpy.logical_not(numpy.True_)"];
        ["numpy.logical_not"] "(N) -> B" np::logical_not ["numpy.logical_not(0.0)"];
        ["numpy.isnan"] "(B) -> B" np::never ["numpy.isnan(numpy.True_)"];
        ["numpy.isnan"] "(I) -> B" np::never ["numpy.isnan(numpy.int8(1))"];
        ["numpy.isnan"] "(F) -> B" np::isnan ["numpy.isnan(numpy.inf)", "numpy.isnan(numpy.float32('nan'))"];
        ["numpy.isnan"] "(C) -> B" np::complex::isnan ["numpy.isnan(complex(numpy.nan, numpy.inf))"];
        ["numpy.isinf"] "(B) -> B" np::never ["numpy.isinf(numpy.True_)"];
        ["numpy.isinf"] "(I) -> B" np::never ["numpy.isinf(numpy.int8(1))"];
        ["numpy.isinf"] "(F) -> B" np::isinf ["numpy.isinf(numpy.inf)", "numpy.isinf(numpy.float32('nan'))"];
        ["numpy.isinf"] "(C) -> B" np::complex::isinf ["numpy.isinf(complex(numpy.nan, numpy.inf))"];
        ["numpy.isfinite"] "(B) -> B" np::always ["numpy.isfinite(numpy.True_)"];
        ["numpy.isfinite"] "(I) -> B" np::always ["numpy.isfinite(numpy.int8(1))"];
        ["numpy.isfinite"] "(F) -> B" np::isfinite
            ["numpy.isfinite(numpy.inf)", "numpy.isfinite(numpy.float32('nan'))"];
        ["numpy.isfinite"] "(C) -> B" np::complex::isfinite ["numpy.isfinite(complex(numpy.nan, numpy.inf))"];
        ["numpy.signbit"] "(F) -> B" np::signbit ["numpy.signbit(-0.0)"];
    }
}
