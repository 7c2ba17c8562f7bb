"""Bad inputs, case by case: each case of the list of hostile files has a test named ``test_case_NN_...``.

Every file is made by generators in ``tests/``; none comes from elsewhere. The default for every case: the item becomes
a row with one plain reason, the batch goes on, nothing is predicted from guessed pixels.

- 1–17 ``test_dicom_structure``, 18–31 and 33 ``test_dicom_pixels``, 34–38 ``test_raster``, 39–45 ``test_folders``,
  32 ``test_scoring``, 46–55 ``test_checkpoints``, 61–64 ``test_database``.
- 56–60 are about network peers (a PDU of four gigabytes, a silent peer and a thousand associations, an instance UID
  that is a path, an unknown calling AE, a data set whose UID differs from its command). The program has no DICOM
  listener and opens no socket beyond loopback (``test_no_network``); whoever gives it one owes these five tests.
"""
