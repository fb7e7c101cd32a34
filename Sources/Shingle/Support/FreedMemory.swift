internal import CShingleKernels

/// Gives freed memory back to the system. Of blocks that lay between others, as those of columns
/// do, the allocator keeps the pages, and memory for large arrays comes from elsewhere.
///
/// - Complexity: O(*h*) for a heap of *h* pages.
func returnFreedMemory() { shingle_return_freed_memory() }
