//! How a loop is cut into blocks, and how threads take them.

use super::poll::Stop;
use crate::raise::Raise;
use std::sync::atomic::{AtomicI64, Ordering};

/// How blocks are handed to threads. The results are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Schedule {
    /// Each thread has a run of neighbouring blocks, and helps others when it is done.
    #[default]
    Static,
    /// Threads take the next block, or as many as make the chunk size.
    Dynamic,
    /// Threads take many blocks first and fewer towards the end.
    Guided,
    /// A block is the part of one member of a team, which `threadid()` tells from the others.
    Team,
    /// As `Team`; the members run at the same time, and wait for each other at barriers.
    Gang,
}

impl Schedule {
    /// Whether a block has a number as a member.
    pub(super) fn has_members(self) -> bool {
        matches!(self, Schedule::Team | Schedule::Gang)
    }
}

/// Iterations `start..end` of a parallel loop.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    pub start: i64,
    pub end: i64,
    pub(super) index: i64,
    pub(super) stop: &'a Stop,
}

impl Block<'_> {
    /// For bodies that take long: whether the loop has been stopped (an error in an earlier block, Ctrl-C).
    ///
    /// # Errors
    /// One that the body passes on, and `prange` forgets.
    #[inline(always)]
    pub fn check(&self) -> Result<(), Raise> {
        self.stop.check(self.index)
    }
}

/// Most blocks of a loop. Enough to balance uneven work on many cores, few enough to combine at once.
pub(super) const MOST: i64 = 512;

/// The cut of a loop: it depends on the trip count alone, so that partial results are the same on any machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub trip_count: i64,
    pub size: i64,
    pub count: i64,
}

impl Cut {
    pub fn of(trip_count: i64) -> Cut {
        let trip_count = trip_count.max(0);
        let size = trip_count / MOST + i64::from(trip_count % MOST != 0);
        let size = size.max(1);
        Cut { trip_count, size, count: trip_count / size + i64::from(trip_count % size != 0) }
    }

    pub fn block<'a>(&self, index: i64, stop: &'a Stop) -> Block<'a> {
        let start = index * self.size;
        Block { start, end: start.saturating_add(self.size).min(self.trip_count), index, stop }
    }
}

/// The blocks that are still to be taken.
pub(super) struct Queue {
    /// Ranges of blocks, one a thread for the static schedule, else a single one.
    ranges: Vec<Range>,
    schedule: Schedule,
    grab: i64,
    workers: i64,
}

struct Range {
    next: AtomicI64,
    end: i64,
}

impl Queue {
    pub fn new(first: i64, cut: Cut, schedule: Schedule, chunk: Option<i64>, workers: i64) -> Queue {
        let parts = if schedule == Schedule::Static { workers } else { 1 };
        let total = cut.count - first;
        let bound = |part: i64| first + total * part / parts;
        let ranges = (0..parts).map(|part| Range { next: AtomicI64::new(bound(part)), end: bound(part + 1) }).collect();
        let chunk = chunk.filter(|&chunk| chunk > 0).unwrap_or(1);
        Queue { ranges, schedule, grab: (chunk / cut.size).max(1), workers }
    }

    /// Blocks `from..to` for the thread of this number; `None` when all are taken.
    pub fn take(&self, slot: i64) -> Option<(i64, i64)> {
        let parts = self.ranges.len();
        (0..parts).find_map(|k| {
            let range = &self.ranges[(slot as usize + k) % parts];
            let mut next = range.next.load(Ordering::Relaxed);
            loop {
                let left = range.end - next;
                if left <= 0 {
                    return None;
                }
                let grab = match self.schedule {
                    Schedule::Static | Schedule::Team | Schedule::Gang => 1,
                    Schedule::Dynamic => self.grab,
                    Schedule::Guided => (left / (2 * self.workers)).max(self.grab),
                };
                let to = next + grab.min(left);
                match range.next.compare_exchange_weak(next, to, Ordering::Relaxed, Ordering::Relaxed) {
                    Ok(_) => return Some((next, to)),
                    Err(now) => next = now,
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_cover_the_loop() {
        let stop = Stop::new(1);
        for n in [0, 1, 2, 511, 512, 513, 1000, 1023, 1024, 1025, 100_000, i64::MAX] {
            let cut = Cut::of(n);
            assert!(cut.count <= MOST);
            if cut.count == 0 {
                assert_eq!(n, 0);
                continue;
            }
            assert_eq!(cut.block(0, &stop).start, 0);
            assert_eq!(cut.block(cut.count - 1, &stop).end, n);
            for index in 1..cut.count {
                assert_eq!(cut.block(index - 1, &stop).end, cut.block(index, &stop).start);
                assert!(cut.block(index, &stop).start < cut.block(index, &stop).end);
            }
        }
    }

    #[test]
    fn every_block_is_taken_once() {
        for schedule in [Schedule::Static, Schedule::Dynamic, Schedule::Guided] {
            for (first, workers, chunk) in [(0, 1, None), (1, 4, Some(7)), (3, 600, Some(100_000))] {
                let cut = Cut::of(5000);
                let queue = Queue::new(first, cut, schedule, chunk, workers);
                let mut taken: Vec<i64> = std::iter::from_fn(|| queue.take(2)).flat_map(|(a, b)| a..b).collect();
                taken.sort_unstable();
                assert_eq!(taken, (first..cut.count).collect::<Vec<_>>());
            }
        }
    }
}
