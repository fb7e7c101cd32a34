internal import Dispatch
internal import Synchronization

/// Maps `body` over `0 ..< count` on up to `threads` threads; result *i* is `body(i)`, whatever
/// thread computed it.
///
/// Work is handed out in chunks of consecutive indices, so neighbours share caches and a slow
/// document holds up one chunk only. Each thread has a copy of `scratch`, which holds buffers and
/// must not change the results.
///
/// - Complexity: O(*count*) calls of `body`; O(*count*) memory for the results.
package func parallelMap<Result: Sendable, Scratch: Sendable>(
  _ count: Int, threads: Int, scratch: Scratch,
  _ body: @Sendable (inout Scratch, Int) -> Result
) -> [Result] {
  precondition(threads >= 1, "a map runs on at least one thread, not \(threads)")
  guard threads > 1, count > 1 else {
    var own = scratch
    return (0..<count).map { body(&own, $0) }
  }
  let chunk = max(1, min(256, count / (threads * 8)))
  let chunks = (count + chunk - 1) / chunk
  let parts = Mutex<[Int: [Result]]>([:])
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, chunks)) { _ in
    var own = scratch
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < chunks else { return }
      let part = (index * chunk..<min(count, (index + 1) * chunk)).map { body(&own, $0) }
      parts.withLock { $0[index] = part }
    }
  }
  return parts.withLock { all in
    var results: [Result] = []
    results.reserveCapacity(count)
    for index in 0..<chunks { results += all.removeValue(forKey: index) ?? [] }
    return results
  }
}

/// Maps `body` over `0 ..< count` on up to `threads` threads, without scratch.
package func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  parallelMap(count, threads: threads, scratch: ()) { _, index in body(index) }
}
