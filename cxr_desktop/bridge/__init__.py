"""Plain Python meets the event loop: threads, queues and the table model, QtCore only; knows no widget.

Five parts, each with a thread or a place of its own, and one function that ties them together::

    service = WorklistService(paths.database_file(), read_cards(folders).digest)        # store + entries
    model = WorklistModel(cell_text)                                                     # lives in the window's thread
    worker = InferenceWorker(
        lambda folders: EngineProcess(folders, device, budget, seconds_per_file),
        service.record,                                                                  # before anything is shown
        seconds_per_file,
    )
    scan = FolderScan(service, lambda: HeaderReaders(budget, seconds_per_file))          # headers
    images = ImageLoader(lambda: DecoderProcess(budget, seconds_per_file))               # full-resolution pixels

    wiring.connect_rows(service, model)
    wiring.connect_scan(service, scan)
    wiring.connect_scoring(service, worker)
    for thread in (service, scan, images, worker):
        thread.start()
    worker.set_model(folders)
    service.open_folder([folder])
    ...
    wiring.stop_all(scan, images, worker, service)

One study, from file to row: ``service.open_folder`` → rows that the store knows (``entries_changed``) and
``scoring_needed`` → ``folder_loaded`` → ``scan.scan`` → ``service.sift`` and ``service.add`` → new rows,
``scoring_needed`` → ``worker.enqueue`` → engine → ``service.record`` (kept, then shown by ``entries_changed``).

Signals of service, scan, images and worker come from their threads: connect them to methods of QObjects that live in
the window's thread (Qt then queues them), never to code that must not run elsewhere.
"""
