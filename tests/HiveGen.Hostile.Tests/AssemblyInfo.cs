// The memory of the whole process is measured.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
