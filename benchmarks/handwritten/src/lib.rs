//! The examples in idiomatic unchecked Rust: same algorithm, same order of floating-point operations.
//!
//! C ABI, called through ctypes. Pointers must be valid for the lengths passed beside them, as the caller's arrays are.
#![allow(clippy::missing_safety_doc, clippy::too_many_arguments)]

use rayon::prelude::*;
use std::slice::{from_raw_parts, from_raw_parts_mut};

#[derive(Clone, Copy)]
#[repr(C)]
pub struct Complex {
    re: f64,
    im: f64,
}

/// What a call costs: two arrays and a scalar.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nothing(_a: *const f64, _b: *const f64, x: f64) -> f64 {
    x
}

#[inline(always)]
fn steps(mut x: f64, mut y: f64, cx: f64, cy: f64, limit: i64) -> i64 {
    let mut count = 0;
    while count < limit {
        let xx = x * x;
        let yy = y * y;
        if xx + yy > 4.0 {
            break;
        }
        y = 2.0 * x * y + cy;
        x = xx - yy + cx;
        count += 1;
    }
    count
}

fn julia_row(line: &mut [i32], y: f64, cx: f64, cy: f64, radius: f64, limit: i64) {
    let width = line.len();
    for (column, cell) in line.iter_mut().enumerate() {
        let x = radius * (2.0 * column as f64 / (width as f64 - 1.0) - 1.0);
        *cell = steps(x, y, cx, cy, limit) as i32;
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn julia(out: *mut i32, height: usize, width: usize, cx: f64, cy: f64, radius: f64, limit: i64) {
    let out = unsafe { from_raw_parts_mut(out, height * width) };
    for (row, line) in out.chunks_exact_mut(width).enumerate() {
        let y = radius * (2.0 * row as f64 / (height as f64 - 1.0) - 1.0);
        julia_row(line, y, cx, cy, radius, limit);
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn julia_parallel(
    out: *mut i32,
    height: usize,
    width: usize,
    cx: f64,
    cy: f64,
    radius: f64,
    limit: i64,
) {
    let out = unsafe { from_raw_parts_mut(out, height * width) };
    out.par_chunks_exact_mut(width).enumerate().for_each(|(row, line)| {
        let y = radius * (2.0 * row as f64 / (height as f64 - 1.0) - 1.0);
        julia_row(line, y, cx, cy, radius, limit);
    });
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn julia_list(
    counts: *mut i64,
    points: *const Complex,
    constants: *const Complex,
    n: usize,
    limit: i64,
) {
    let counts = unsafe { from_raw_parts_mut(counts, n) };
    let points = unsafe { from_raw_parts(points, n) };
    let constants = unsafe { from_raw_parts(constants, n) };
    for ((count, z), c) in counts.iter_mut().zip(points).zip(constants) {
        let (mut re, mut im, mut k) = (z.re, z.im, 0);
        while k < limit && re * re + im * im < 4.0 {
            (re, im) = (re * re - im * im + c.re, re * im + im * re + c.im);
            k += 1;
        }
        *count = k;
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn step(u: *const f64, out: *mut f64, rows: usize, columns: usize, k: f64) {
    let at = |i: usize, j: usize| unsafe { *u.add(i * columns + j) };
    for i in 1..rows - 1 {
        for j in 1..columns - 1 {
            let around = at(i - 1, j) + at(i + 1, j) + at(i, j - 1) + at(i, j + 1) - 4.0 * at(i, j);
            unsafe { *out.add(i * columns + j) = at(i, j) + k * around };
        }
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn diffuse(u: *const f64, result: *mut f64, rows: usize, columns: usize, k: f64, count: i64) {
    let mut old = unsafe { from_raw_parts(u, rows * columns) }.to_vec();
    let mut new = old.clone();
    for _ in 0..count {
        unsafe { step(old.as_ptr(), new.as_mut_ptr(), rows, columns, k) };
        std::mem::swap(&mut old, &mut new);
    }
    unsafe { from_raw_parts_mut(result, rows * columns) }.copy_from_slice(&old);
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn total(u: *const f64, n: usize) -> f64 {
    let mut heat = 0.0;
    for x in unsafe { from_raw_parts(u, n) } {
        heat += x;
    }
    heat
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn evolve(x: *mut f64, y: *mut f64, speed: *const f64, n: usize, duration: f64, dt: f64) {
    let x = unsafe { from_raw_parts_mut(x, n) };
    let y = unsafe { from_raw_parts_mut(y, n) };
    let speed = unsafe { from_raw_parts(speed, n) };
    for _ in 0..(duration / dt) as i64 {
        for ((x, y), speed) in x.iter_mut().zip(y.iter_mut()).zip(speed) {
            let norm = (*x * *x + *y * *y).sqrt();
            let vx = -*y * speed / norm;
            let vy = *x * speed / norm;
            *x += vx * dt;
            *y += vy * dt;
        }
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn spread(x: *const f64, y: *const f64, n: usize) -> f64 {
    let x = unsafe { from_raw_parts(x, n) };
    let y = unsafe { from_raw_parts(y, n) };
    let mut largest = 0.0;
    for (x, y) in x.iter().zip(y) {
        let distance = x.hypot(*y);
        if distance > largest {
            largest = distance;
        }
    }
    largest
}

#[unsafe(no_mangle)]
pub extern "C" fn estimate(count: i64, seed: i64) -> f64 {
    let mut inside = 0_i64;
    let mut state = seed;
    let mut next = || {
        state = 1103515245_i64.wrapping_mul(state).wrapping_add(12345) & 0x7FFF_FFFF;
        state as f64 / 2147483648.0
    };
    for _ in 0..count {
        let x = next();
        let y = next();
        if x * x + y * y < 1.0 {
            inside += 1;
        }
    }
    4.0 * inside as f64 / count as f64
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn random_floats(numbers: *mut f64, count: usize, seed: u64) {
    let mut state = seed;
    for number in unsafe { from_raw_parts_mut(numbers, count) } {
        state = 6364136223846793005_u64.wrapping_mul(state).wrapping_add(1442695040888963407);
        *number = (state >> 11) as f64 / 9007199254740992.0;
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn leibniz(terms: i64) -> f64 {
    let mut total = 0.0;
    let mut sign = 1.0;
    for k in 0..terms {
        total += sign / (2 * k + 1) as f64;
        sign = -sign;
    }
    4.0 * total
}

#[unsafe(no_mangle)]
pub extern "C" fn leibniz_integers(terms: i64) -> f64 {
    let mut total = 0.0;
    for k in 0..terms {
        let sign = if k % 2 == 0 { 1.0 } else { -1.0 };
        total += sign / (2 * k + 1) as f64;
    }
    4.0 * total
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn primes(found: *mut i64, count: usize) {
    let found = unsafe { from_raw_parts_mut(found, count) };
    let mut length = 0;
    let mut n = 2;
    while length < count {
        let mut prime = true;
        for &p in &found[..length] {
            if p * p > n {
                break;
            }
            if n % p == 0 {
                prime = false;
                break;
            }
        }
        if prime {
            found[length] = n;
            length += 1;
        }
        n += 1;
    }
}

fn is_prime(n: i64) -> bool {
    if n < 2 {
        return false;
    }
    if n % 2 == 0 {
        return n == 2;
    }
    let mut d = 3;
    while d * d <= n {
        if n % d == 0 {
            return false;
        }
        d += 2;
    }
    true
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn all_prime(numbers: *const i64, n: usize) -> bool {
    unsafe { from_raw_parts(numbers, n) }.iter().all(|&n| is_prime(n))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn count_primes(numbers: *const i64, n: usize) -> i64 {
    unsafe { from_raw_parts(numbers, n) }.iter().filter(|&&n| is_prime(n)).count() as i64
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn distances(points: *const f64, count: usize, dimensions: usize) -> *mut f64 {
    let points = unsafe { from_raw_parts(points, count * dimensions) };
    let mut result = vec![0.0; count * count];
    for i in 0..count {
        let a = unsafe { points.get_unchecked(i * dimensions..(i + 1) * dimensions) };
        for j in i + 1..count {
            let b = unsafe { points.get_unchecked(j * dimensions..(j + 1) * dimensions) };
            let mut largest = 0.0;
            for (x, y) in a.iter().zip(b) {
                let difference = (x - y).abs();
                if difference > largest {
                    largest = difference;
                }
            }
            unsafe {
                *result.get_unchecked_mut(i * count + j) = largest;
                *result.get_unchecked_mut(j * count + i) = largest;
            }
        }
    }
    result.leak().as_mut_ptr()
}

#[repr(C)]
pub struct Pair {
    first: i64,
    second: i64,
    best: f64,
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn closest(points: *const f64, count: usize, dimensions: usize, pair: *mut Pair) {
    let points = unsafe { from_raw_parts(points, count * dimensions) };
    let mut found = Pair { first: -1, second: -1, best: f64::INFINITY };
    for i in 0..count {
        let a = unsafe { points.get_unchecked(i * dimensions..(i + 1) * dimensions) };
        for j in 0..i {
            let b = unsafe { points.get_unchecked(j * dimensions..(j + 1) * dimensions) };
            let mut largest = 0.0;
            for (x, y) in a.iter().zip(b) {
                let difference = (x - y).abs();
                if difference > largest {
                    largest = difference;
                }
            }
            if largest < found.best {
                found = Pair { first: j as i64, second: i as i64, best: largest };
            }
        }
    }
    unsafe { *pair = found };
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn advance(
    position: *mut f64,
    velocity: *mut f64,
    mass: *const f64,
    n: usize,
    dt: f64,
    steps: i64,
) {
    let position = unsafe { from_raw_parts_mut(position as *mut [f64; 3], n) };
    let velocity = unsafe { from_raw_parts_mut(velocity as *mut [f64; 3], n) };
    let mass = unsafe { from_raw_parts(mass, n) };
    for _ in 0..steps {
        for i in 0..n {
            for j in i + 1..n {
                // Both indices are below n, the length of all three.
                unsafe {
                    let (a, b) = (*position.get_unchecked(i), *position.get_unchecked(j));
                    let d = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
                    let squared = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
                    let magnitude = dt / (squared * squared.sqrt());
                    let pull = *mass.get_unchecked(j) * magnitude;
                    for (v, d) in velocity.get_unchecked_mut(i).iter_mut().zip(d) {
                        *v -= d * pull;
                    }
                    let pull = *mass.get_unchecked(i) * magnitude;
                    for (v, d) in velocity.get_unchecked_mut(j).iter_mut().zip(d) {
                        *v += d * pull;
                    }
                }
            }
        }
        for (p, v) in position.iter_mut().zip(velocity.iter()) {
            for (p, v) in p.iter_mut().zip(v) {
                *p += dt * v;
            }
        }
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn energy(position: *const f64, velocity: *const f64, mass: *const f64, n: usize) -> f64 {
    let position = unsafe { from_raw_parts(position as *const [f64; 3], n) };
    let velocity = unsafe { from_raw_parts(velocity as *const [f64; 3], n) };
    let mass = unsafe { from_raw_parts(mass, n) };
    let mut total = 0.0;
    for i in 0..n {
        let mut squared = 0.0;
        for v in velocity[i] {
            squared += v * v;
        }
        total += 0.5 * mass[i] * squared;
        for j in i + 1..n {
            let mut squared = 0.0;
            for (a, b) in position[i].iter().zip(position[j]) {
                let difference = a - b;
                squared += difference * difference;
            }
            total -= mass[i] * mass[j] / squared.sqrt();
        }
    }
    total
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn matmul(a: *const f64, b: *const f64, result: *mut f64, n: usize, depth: usize, m: usize) {
    let a = unsafe { from_raw_parts(a, n * depth) };
    let b = unsafe { from_raw_parts(b, depth * m) };
    let result = unsafe { from_raw_parts_mut(result, n * m) };
    result.fill(0.0);
    for (a, row) in a.chunks_exact(depth).zip(result.chunks_exact_mut(m)) {
        for (factor, b) in a.iter().zip(b.chunks_exact(m)) {
            for (cell, x) in row.iter_mut().zip(b) {
                *cell += factor * x;
            }
        }
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn matmul_rows(a: *const f64, b: *const f64, out: *mut f64, n: usize, depth: usize, m: usize) {
    for i in 0..n {
        for j in 0..m {
            let mut total = 0.0;
            for k in 0..depth {
                total += unsafe { *a.add(i * depth + k) * *b.add(k * m + j) };
            }
            unsafe { *out.add(i * m + j) = total };
        }
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn levenshtein(a: *const u32, n: usize, b: *const u32, m: usize) -> i64 {
    let mut a = unsafe { from_raw_parts(a, n) };
    let mut b = unsafe { from_raw_parts(b, m) };
    if a.len() < b.len() {
        std::mem::swap(&mut a, &mut b);
    }
    let mut previous: Vec<i64> = (0..=b.len() as i64).collect();
    let mut current = vec![0_i64; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        current[0] = i as i64 + 1;
        for (j, y) in b.iter().enumerate() {
            // Both rows are one longer than b.
            unsafe {
                let insertion = *current.get_unchecked(j) + 1;
                let deletion = *previous.get_unchecked(j + 1) + 1;
                let substitution = *previous.get_unchecked(j) + i64::from(x != y);
                *current.get_unchecked_mut(j + 1) = insertion.min(deletion).min(substitution);
            }
        }
        std::mem::swap(&mut previous, &mut current);
    }
    previous[b.len()]
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn common_prefix(a: *const u32, n: usize, b: *const u32, m: usize) -> i64 {
    let a = unsafe { from_raw_parts(a, n) };
    let b = unsafe { from_raw_parts(b, m) };
    a.iter().zip(b).take_while(|(x, y)| x == y).count() as i64
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn crc32_bits(data: *const u8, n: usize) -> i64 {
    let mut crc = 0xFFFF_FFFF_u32;
    for byte in unsafe { from_raw_parts(data, n) } {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 != 0 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    i64::from(!crc)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn crc32_table(data: *const u8, n: usize, table: *const u32) -> i64 {
    let mut crc = 0xFFFF_FFFF_u32;
    for byte in unsafe { from_raw_parts(data, n) } {
        // A byte is below 256, the length of the table.
        crc = unsafe { *table.add(((crc ^ u32::from(*byte)) & 0xFF) as usize) } ^ (crc >> 8);
    }
    i64::from(!crc)
}
