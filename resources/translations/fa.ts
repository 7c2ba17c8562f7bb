<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About</source>
   <translation>درباره</translation>
  </message>
  <message>
   <source>Chest radiograph triage for research</source>
   <translation>اولویت‌بندی پرتونگاری قفسهٔ سینه برای پژوهش</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Copy all</source>
   <translation>رونوشت همه</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>فقط برای پژوهش. نه برای تشخیص اولیه.</translation>
  </message>
  <message>
   <source>Versions and licences as text, for a report of a fault or a methods section</source>
   <translation>نسخه‌ها و مجوزها به صورت متن، برای گزارش خطا یا بخش روش‌های مقاله</translation>
  </message>
  <message>
   <source>Versions and licences of all parts</source>
   <translation>نسخه‌ها و مجوزهای همهٔ اجزا</translation>
  </message>
 </context>
 <context>
  <name>Application</name>
  <message numerus="yes">
   <source>%n folder(s) could not be opened; the rows say why.</source>
   <translation>
    <numerusform>‏%n پوشه باز نشد؛ ردیف‌ها دلیل را می‌گویند.</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>انتخاب پوشه‌ای دیگر</translation>
  </message>
  <message>
   <source>Close the program</source>
   <translation>بستن برنامه</translation>
  </message>
  <message>
   <source>Making synthetic studies</source>
   <translation>در حال ساخت بررسی‌های ساختگی</translation>
  </message>
  <message>
   <source>No model is installed, so nothing can be scored. Please install the program again.</source>
   <translation>هیچ مدلی نصب نیست، پس چیزی امتیازدهی نمی‌شود. لطفاً برنامه را دوباره نصب کنید.</translation>
  </message>
  <message>
   <source>Score the rest</source>
   <translation>امتیازدهی بقیه</translation>
  </message>
  <message>
   <source>Scoring was cancelled. Studies that wait have no number.</source>
   <translation>امتیازدهی لغو شد. بررسی‌های در انتظار عددی ندارند.</translation>
  </message>
  <message>
   <source>The settings could not be saved. They count until the program is closed.</source>
   <translation>تنظیمات ذخیره نشد. تا بستن برنامه برقرار است.</translation>
  </message>
  <message>
   <source>The window changes as soon as the export is written.</source>
   <translation>پنجره همین که خروجی نوشته شود تغییر می‌کند.</translation>
  </message>
  <message>
   <source>The window changes as soon as the training wizard is closed.</source>
   <translation>پنجره همین که پنجرهٔ آموزش بسته شود تغییر می‌کند.</translation>
  </message>
  <message>
   <source>This folder is no longer there.</source>
   <translation>این پوشه دیگر وجود ندارد.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>دوباره امتحان کنید</translation>
  </message>
  <message>
   <source>dropped files</source>
   <translation>پرونده‌های رهاشده</translation>
  </message>
  <message>
   <source>last step</source>
   <translation>گام آخر</translation>
  </message>
 </context>
 <context>
  <name>ArrivalNotice</name>
  <message>
   <source>New study above both operating points</source>
   <translation>بررسی تازه بالای هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>{0} new studies above both operating points</source>
   <translation>‏{0} بررسی تازه بالای هر دو نقطهٔ کار</translation>
  </message>
 </context>
 <context>
  <name>AuditDialog</name>
  <message>
   <source>Audit log</source>
   <translation>گزارش ممیزی</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation>خروجی CSV…</translation>
  </message>
  <message>
   <source>Impressions, reading states, urgencies, scores against the advice of the check, and corrections of images with a reader's consent. The log is kept on this computer; entries are only ever added.</source>
   <translation>برداشت‌ها، وضعیت‌های خوانش، فوریت‌ها، امتیازهای خلاف توصیهٔ وارسی و اصلاح تصاویر با رضایت خواننده. این گزارش روی همین رایانه می‌ماند و فقط به آن افزوده می‌شود.</translation>
  </message>
  <message>
   <source>Nothing has been said, marked or corrected on this computer yet.</source>
   <translation>هنوز در این رایانه چیزی گفته، نشان‌گذاری یا اصلاح نشده است.</translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation>در حال خواندن گزارش</translation>
  </message>
  <message>
   <source>Write the whole log as a table</source>
   <translation>نوشتن کل گزارش به صورت جدول</translation>
  </message>
  <message>
   <source>{0} entries, newest first</source>
   <translation>‏{0} مورد، تازه‌ترین در بالا</translation>
  </message>
  <message>
   <source>{0} entry</source>
   <translation>‏{0} مورد</translation>
  </message>
 </context>
 <context>
  <name>AuditModel</name>
  <message>
   <source>READER</source>
   <translation>خواننده</translation>
  </message>
  <message>
   <source>STUDY</source>
   <translation>بررسی</translation>
  </message>
  <message>
   <source>TIME</source>
   <translation>زمان</translation>
  </message>
  <message>
   <source>WHAT WAS DONE</source>
   <translation>کار انجام‌شده</translation>
  </message>
  <message>
   <source>WHY IT HAD BEEN STOPPED</source>
   <translation>چرا کنار گذاشته شده بود</translation>
  </message>
 </context>
 <context>
  <name>AuditRoom</name>
  <message>
   <source>Audit log written</source>
   <translation>گزارش ممیزی نوشته شد</translation>
  </message>
 </context>
 <context>
  <name>AuditTable</name>
  <message>
   <source>Audit log</source>
   <translation>گزارش ممیزی</translation>
  </message>
 </context>
 <context>
  <name>Bubble</name>
  <message>
   <source>Back</source>
   <translation>بازگشت</translation>
  </message>
  <message>
   <source>End the tour (Esc); it stays in the Help menu</source>
   <translation>پایان گشت (Esc)؛ در منوی راهنما می‌ماند</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>بعدی</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>رد کردن</translation>
  </message>
  <message>
   <source>Start reading</source>
   <translation>آغاز خوانش</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} از {1}</translation>
  </message>
 </context>
 <context>
  <name>CalibratePage</name>
  <message>
   <source>Calibrate</source>
   <translation>واسنجی</translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation>واسنجی برای مرکز من</translation>
  </message>
  <message>
   <source>Calibrated: {0}</source>
   <translation>واسنجی شد: {0}</translation>
  </message>
  <message>
   <source>Calibration was stopped. No copy was written.</source>
   <translation>واسنجی متوقف شد. رونوشتی نوشته نشد.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Name of the copy</source>
   <translation>نام رونوشت</translation>
  </message>
  <message>
   <source>No copy was written.</source>
   <translation>رونوشتی نوشته نشد.</translation>
  </message>
  <message>
   <source>No model is installed that could be calibrated.</source>
   <translation>مدلی که بتوان واسنجی کرد نصب نیست.</translation>
  </message>
  <message>
   <source>Nothing is trained. A copy of the model gets the temperature and the operating points that fit your labelled images.</source>
   <translation>چیزی آموزش داده نمی‌شود. رونوشتی از مدل دما و نقاط کاری می‌گیرد که با تصاویر برچسب‌دار شما جور است.</translation>
  </message>
  <message>
   <source>The images are scored</source>
   <translation>تصاویر امتیازدهی می‌شوند</translation>
  </message>
 </context>
 <context>
  <name>CalibrateResult</name>
  <message>
   <source>Calibration error (ECE)</source>
   <translation>خطای واسنجی (ECE)</translation>
  </message>
  <message>
   <source>Every image is judged by a temperature and by thresholds that were chosen without it and its patient, so these numbers are of images the calibration has not seen. A temperature above 1 makes a model less sure, one below 1 surer.</source>
   <translation>هر تصویر با دما و آستانه‌هایی سنجیده می‌شود که بدون آن و بیمارش برگزیده شده‌اند، پس این اعداد از تصاویری است که واسنجی ندیده است. دمای بالای 1 مدل را نامطمئن‌تر می‌کند و زیر 1 مطمئن‌تر.</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>تصاویر</translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation>مرتب‌سازی بر پایهٔ</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>دما</translation>
  </message>
 </context>
 <context>
  <name>CardDialog</name>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>فهرست</translation>
  </message>
  <message>
   <source>Find in the card</source>
   <translation>یافتن در کارت</translation>
  </message>
  <message>
   <source>Find in the card (Ctrl+F); Enter for the next place</source>
   <translation>یافتن در کارت (Ctrl+F)؛ Enter برای جای بعدی</translation>
  </message>
  <message>
   <source>Found: {0}</source>
   <translation>یافت شد: {0}</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Model card</source>
   <translation>کارت مدل</translation>
  </message>
  <message>
   <source>Print the card, or keep it as a PDF (Ctrl+P)</source>
   <translation>چاپ کارت، یا نگه‌داری آن به صورت PDF (Ctrl+P)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>چاپ…</translation>
  </message>
 </context>
 <context>
  <name>ChangeModel</name>
  <message>
   <source>Falls below</source>
   <translation>پایین می‌افتد</translation>
  </message>
  <message>
   <source>Gets a number</source>
   <translation>عدد می‌گیرد</translation>
  </message>
  <message>
   <source>No number any more</source>
   <translation>دیگر عددی ندارد</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>نقطهٔ کار</translation>
  </message>
  <message>
   <source>Other band</source>
   <translation>ردهٔ دیگر</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>جایگاه</translation>
  </message>
  <message>
   <source>Rises above</source>
   <translation>بالا می‌رود</translation>
  </message>
  <message>
   <source>Risk</source>
   <translation>خطر</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>بررسی</translation>
  </message>
  <message>
   <source>Unnamed study</source>
   <translation>بررسی بی‌نام</translation>
  </message>
 </context>
 <context>
  <name>ChecksSection</name>
  <message>
   <source>Corrected</source>
   <translation>اصلاح‌شده</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>تصویر</translation>
  </message>
  <message>
   <source>Not tested: {0}.</source>
   <translation>آزموده نشد: {0}.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>یادداشت</translation>
  </message>
  <message>
   <source>Score again with borders, markers and all but the lungs hidden; nothing of it is kept</source>
   <translation>امتیازدهی دوباره با پوشاندن حاشیه‌ها، نشانه‌ها و همه چیز جز ریه‌ها؛ چیزی از آن نگه داشته نمی‌شود</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>مدل دوم</translation>
  </message>
  <message>
   <source>Test for shortcuts</source>
   <translation>آزمون میان‌بر</translation>
  </message>
  <message>
   <source>Testing…</source>
   <translation>در حال آزمودن…</translation>
  </message>
  <message>
   <source>Turn</source>
   <translation>چرخاندن</translation>
  </message>
  <message>
   <source>Turn the image to the left and score it again</source>
   <translation>تصویر را به چپ بچرخان و دوباره امتیاز بده</translation>
  </message>
  <message>
   <source>Turn the image to the right and score it again</source>
   <translation>تصویر را به راست بچرخان و دوباره امتیاز بده</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>بررسی نشده</translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation>‏{0}، با رضایت شما</translation>
  </message>
 </context>
 <context>
  <name>ClassRow</name>
  <message>
   <source>Show the heat map of {0}</source>
   <translation>نمایش نقشهٔ حرارتی {0}</translation>
  </message>
  <message>
   <source>This model does not look for {0}</source>
   <translation>این مدل به دنبال {0} نیست</translation>
  </message>
  <message>
   <source>{0} says {1}</source>
   <translation>‏{0} می‌گوید {1}</translation>
  </message>
 </context>
 <context>
  <name>ClassRows</name>
  <message>
   <source>Findings of the model</source>
   <translation>یافته‌های مدل</translation>
  </message>
 </context>
 <context>
  <name>ClassTable</name>
  <message>
   <source>ALL</source>
   <translation>همه</translation>
  </message>
  <message>
   <source>All</source>
   <translation>همه</translation>
  </message>
  <message>
   <source>CLASS</source>
   <translation>دسته</translation>
  </message>
  <message>
   <source>TEST</source>
   <translation>آزمون</translation>
  </message>
  <message>
   <source>TRAINING</source>
   <translation>آموزش</translation>
  </message>
  <message>
   <source>VALIDATION</source>
   <translation>اعتبارسنجی</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>روی هم</translation>
  </message>
  <message>
   <source>test</source>
   <translation>آزمون</translation>
  </message>
  <message>
   <source>training</source>
   <translation>آموزش</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>اعتبارسنجی</translation>
  </message>
 </context>
 <context>
  <name>ConfusionMatrix</name>
  <message>
   <source>Confusion matrix</source>
   <translation>ماتریس درهم‌ریختگی</translation>
  </message>
  <message>
   <source>called</source>
   <translation>اعلام‌شده</translation>
  </message>
  <message>
   <source>in truth</source>
   <translation>در واقع</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>CorrectionMark</name>
  <message>
   <source>Show and score the image as the file has it</source>
   <translation>نمایش و امتیازدهی تصویر همان‌گونه که در پرونده است</translation>
  </message>
  <message>
   <source>The file itself is untouched.</source>
   <translation>خود پرونده دست‌نخورده است.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>واگرد</translation>
  </message>
  <message>
   <source>Undo the correction of the image</source>
   <translation>واگرد اصلاح تصویر</translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation>‏{0}، با رضایت شما</translation>
  </message>
 </context>
 <context>
  <name>CrashRoom</name>
  <message>
   <source>Open the report</source>
   <translation>باز کردن گزارش</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your results are safe.</source>
   <translation>درون برنامه مشکلی پیش آمد. نتایج شما سالم است.</translation>
  </message>
  <message>
   <source>The program ended unexpectedly the last time. Your results are safe.</source>
   <translation>برنامه بار پیش ناگهان پایان یافت. نتایج شما سالم است.</translation>
  </message>
 </context>
 <context>
  <name>Curves</name>
  <message>
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>درستی</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>دوره</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>نرخ یادگیری</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>زیان</translation>
  </message>
  <message>
   <source>best epoch</source>
   <translation>بهترین دوره</translation>
  </message>
  <message>
   <source>now</source>
   <translation>اکنون</translation>
  </message>
  <message>
   <source>single batches</source>
   <translation>دسته‌های تکی</translation>
  </message>
  <message>
   <source>training</source>
   <translation>آموزش</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>اعتبارسنجی</translation>
  </message>
 </context>
 <context>
  <name>DataPage</name>
  <message>
   <source>A model needs at least two classes. Give the labels below different meanings.</source>
   <translation>مدل دست‌کم دو دسته می‌خواهد. به برچسب‌های زیر معناهای متفاوت بدهید.</translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation>واسنجی برای مرکز من</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>داده‌ها</translation>
  </message>
  <message>
   <source>From labelled images and a recipe to a model of your own.</source>
   <translation>از تصاویر برچسب‌دار و یک دستور تا مدلی از آن خودتان.</translation>
  </message>
  <message>
   <source>Go on with a run</source>
   <translation>ادامهٔ یک اجرا</translation>
  </message>
  <message>
   <source>Looking at the data</source>
   <translation>نگاه به داده‌ها</translation>
  </message>
  <message>
   <source>No impression of this worklist names a class to learn.</source>
   <translation>هیچ برداشتی در این فهرست کار دسته‌ای برای یادگیری نام نمی‌برد.</translation>
  </message>
  <message>
   <source>No training: probabilities and thresholds that fit your patients.</source>
   <translation>بدون آموزش: احتمال‌ها و آستانه‌هایی که با بیماران شما جورند.</translation>
  </message>
  <message>
   <source>One that runs, was stopped or is finished.</source>
   <translation>اجرایی که در جریان، متوقف یا پایان‌یافته است.</translation>
  </message>
  <message>
   <source>Other data…</source>
   <translation>داده‌های دیگر…</translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation>آموزش مدل</translation>
  </message>
  <message>
   <source>What shall be done, and with which images?</source>
   <translation>چه کاری، و با کدام تصاویر؟</translation>
  </message>
  <message>
   <source>{0} on this computer, stopped or finished.</source>
   <translation>‏{0} در این رایانه، متوقف یا پایان‌یافته.</translation>
  </message>
  <message>
   <source>{0} on this computer, {1} running.</source>
   <translation>‏{0} در این رایانه، {1} در جریان.</translation>
  </message>
 </context>
 <context>
  <name>DropCue</name>
  <message>
   <source>Drop to open</source>
   <translation>برای باز کردن رها کنید</translation>
  </message>
  <message>
   <source>The files are read where they lie and are never changed.</source>
   <translation>پرونده‌ها همان‌جا که هستند خوانده می‌شوند و هرگز تغییر نمی‌کنند.</translation>
  </message>
 </context>
 <context>
  <name>EmptyState</name>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation>انتخاب پوشه‌ای از پرتونگاری‌ها</translation>
  </message>
  <message>
   <source>Clear the filter (Esc)</source>
   <translation>پاک کردن پالایه (Esc)</translation>
  </message>
  <message>
   <source>Draws a folder of phantoms and opens it. Phantoms are not patients.</source>
   <translation>پوشه‌ای از فانتوم‌ها می‌سازد و باز می‌کند. فانتوم بیمار نیست.</translation>
  </message>
  <message>
   <source>Drop a folder here, or choose one. Its studies are listed at once, scored one after the other and sorted by risk. Nothing leaves this computer.</source>
   <translation>پوشه‌ای را اینجا رها یا انتخاب کنید. بررسی‌ها بی‌درنگ فهرست، یکی‌یکی امتیازدهی و بر اساس خطر مرتب می‌شوند. هیچ چیز از این رایانه خارج نمی‌شود.</translation>
  </message>
  <message>
   <source>Every study of the folder is hidden by what stands in the filter field.</source>
   <translation>نوشتهٔ خانهٔ پالایه همهٔ بررسی‌های این پوشه را پنهان کرده است.</translation>
  </message>
  <message>
   <source>It holds no DICOM, PNG, JPEG or TIFF file, and neither do its subfolders.</source>
   <translation>این پوشه و زیرپوشه‌هایش هیچ پروندهٔ DICOM، PNG، JPEG یا TIFF ندارند.</translation>
  </message>
  <message>
   <source>Looking for images</source>
   <translation>در جست‌وجوی تصاویر</translation>
  </message>
  <message>
   <source>No images in this folder</source>
   <translation>در این پوشه تصویری نیست</translation>
  </message>
  <message>
   <source>No study matches the filter</source>
   <translation>هیچ بررسی با پالایه جور نیست</translation>
  </message>
  <message>
   <source>Open a folder of chest radiographs</source>
   <translation>پوشه‌ای از پرتونگاری‌های قفسهٔ سینه باز کنید</translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation>باز کردن پوشه…</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>اخیر</translation>
  </message>
  <message>
   <source>The first studies appear as soon as their headers are read.</source>
   <translation>نخستین بررسی‌ها همین که سرآیندشان خوانده شود پدیدار می‌شوند.</translation>
  </message>
  <message>
   <source>Try it with synthetic studies</source>
   <translation>امتحان با بررسی‌های ساختگی</translation>
  </message>
 </context>
 <context>
  <name>ErrorBanner</name>
  <message>
   <source>Close this message</source>
   <translation>بستن این پیام</translation>
  </message>
 </context>
 <context>
  <name>Estimate</name>
  <message>
   <source>Could not be measured</source>
   <translation>اندازه‌گیری نشد</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>اندازه‌گیری</translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation>در حال اندازه‌گیری…</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>اندازه‌گیری نشده</translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation>هنوز اندازه‌گیری نشده</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>توقف</translation>
  </message>
  <message>
   <source>The measurement was stopped.</source>
   <translation>اندازه‌گیری متوقف شد.</translation>
  </message>
  <message>
   <source>Trains for ten seconds and forgets what was learnt.</source>
   <translation>ده ثانیه آموزش می‌دهد و آموخته را فراموش می‌کند.</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>حدود {0}</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>اندازه‌گیری‌شده</translation>
  </message>
  <message>
   <source>{0} days</source>
   <translation>‏{0} روز</translation>
  </message>
  <message>
   <source>{0} h</source>
   <translation>‏{0} ساعت</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>‏{0} ساعت {1} دقیقه</translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation>‏{0} تصویر بر ثانیه</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>‏{0} دق</translation>
  </message>
  <message>
   <source>{0} per epoch</source>
   <translation>‏{0} در هر دوره</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>‏{0} ثانیه</translation>
  </message>
 </context>
 <context>
  <name>EvaluatePage</name>
  <message>
   <source>All numbers, plots and pictures in the browser</source>
   <translation>همهٔ اعداد، نمودارها و تصاویر در مرورگر</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>ارزیابی</translation>
  </message>
  <message>
   <source>Measure again</source>
   <translation>اندازه‌گیری دوباره</translation>
  </message>
  <message>
   <source>Measuring</source>
   <translation>در حال اندازه‌گیری</translation>
  </message>
  <message>
   <source>Measuring was stopped.</source>
   <translation>اندازه‌گیری متوقف شد.</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>اندازه‌گیری نشده</translation>
  </message>
  <message>
   <source>Open full report</source>
   <translation>باز کردن گزارش کامل</translation>
  </message>
  <message>
   <source>Reading the run</source>
   <translation>در حال خواندن اجرا</translation>
  </message>
  <message>
   <source>The best epoch on images it was not trained on</source>
   <translation>بهترین دوره روی تصاویری که با آن‌ها آموزش ندیده است</translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation>‏{0} تصویر</translation>
  </message>
  <message>
   <source>{0} right</source>
   <translation>‏{0} درست</translation>
  </message>
  <message>
   <source>{0} test images</source>
   <translation>‏{0} تصویر آزمون</translation>
  </message>
  <message>
   <source>{0} training images</source>
   <translation>‏{0} تصویر آموزش</translation>
  </message>
  <message>
   <source>{0} validation images</source>
   <translation>‏{0} تصویر اعتبارسنجی</translation>
  </message>
  <message>
   <source>{0}: AUC not known</source>
   <translation>‏{0}: AUC دانسته نیست</translation>
  </message>
  <message>
   <source>{0}: AUC {1}</source>
   <translation>{0}: AUC {1}</translation>
  </message>
 </context>
 <context>
  <name>EvidenceSection</name>
  <message>
   <source>95 % intervals, on {0} with and {1} without {2}</source>
   <translation>بازه‌های 95 %، روی {0} مورد با {2} و {1} مورد بدون آن</translation>
  </message>
  <message>
   <source>Chosen for</source>
   <translation>برگزیده برای</translation>
  </message>
  <message>
   <source>In brackets the 95 % interval. TP {0}, FN {1}, TN {2}, FP {3}</source>
   <translation>بازهٔ 95 % در کروشه. TP {0}، FN {1}، TN {2}، FP {3}</translation>
  </message>
  <message>
   <source>PPV · NPV</source>
   <translation>PPV · NPV</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>شیوع</translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation>شیوع {0}</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>حساسیت</translation>
  </message>
  <message>
   <source>Share of studies with this finding where you work; sets PPV and NPV</source>
   <translation>سهم بررسی‌هایی که در محل کار شما این یافته را دارند؛ PPV و NPV را تعیین می‌کند</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>ویژگی</translation>
  </message>
  <message>
   <source>The model's card gives no operating point for this class.</source>
   <translation>کارت مدل برای این دسته نقطهٔ کار ندارد.</translation>
  </message>
  <message>
   <source>The model's card is not available.</source>
   <translation>کارت مدل در دسترس نیست.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>آستانه</translation>
  </message>
 </context>
 <context>
  <name>ExportChoices</name>
  <message>
   <source>A new folder is made there; nothing is overwritten.</source>
   <translation>پوشهٔ تازه‌ای آنجا ساخته می‌شود؛ چیزی رونویسی نمی‌شود.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>انصراف</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>تغییر…</translation>
  </message>
  <message>
   <source>Choose another folder</source>
   <translation>انتخاب پوشه‌ای دیگر</translation>
  </message>
  <message>
   <source>Choose at least one form.</source>
   <translation>دست‌کم یک قالب برگزینید.</translation>
  </message>
  <message>
   <source>Else one report holds them all, with a table in front</source>
   <translation>وگرنه یک گزارش همه را دارد، با جدولی در آغاز</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>خروجی</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>خروجی به</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>خروجی گرفتن از نتایج</translation>
  </message>
  <message>
   <source>Include patient identity</source>
   <translation>با هویت بیمار</translation>
  </message>
  <message>
   <source>Off each time this dialog opens</source>
   <translation>هر بار که این پنجره باز شود خاموش است</translation>
  </message>
  <message>
   <source>One report for each study</source>
   <translation>یک گزارش برای هر بررسی</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>کاغذ</translation>
  </message>
  <message>
   <source>Paper of reports</source>
   <translation>کاغذ گزارش‌ها</translation>
  </message>
  <message>
   <source>There is nothing to export.</source>
   <translation>چیزی برای خروجی نیست.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export results</source>
   <translation>خروجی گرفتن از نتایج</translation>
  </message>
 </context>
 <context>
  <name>ExportProgress</name>
  <message>
   <source>Cancel the export</source>
   <translation>لغو خروجی</translation>
  </message>
  <message>
   <source>Files that are whole stay</source>
   <translation>پرونده‌های کامل می‌مانند</translation>
  </message>
  <message>
   <source>Finishing the file in hand</source>
   <translation>پایان دادن به پروندهٔ در دست</translation>
  </message>
  <message>
   <source>Go on reading</source>
   <translation>ادامهٔ خوانش</translation>
  </message>
  <message>
   <source>Progress of the export</source>
   <translation>پیشرفت خروجی</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>در حال آغاز</translation>
  </message>
  <message>
   <source>The export goes on; Ctrl+E shows it again</source>
   <translation>خروجی ادامه دارد؛ Ctrl+E آن را دوباره نشان می‌دهد</translation>
  </message>
  <message>
   <source>The worklist stays usable meanwhile; what was chosen is written as it was.</source>
   <translation>فهرست کار در این میان به کار می‌آید؛ آنچه برگزیده شده همان‌گونه که بود نوشته می‌شود.</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>در حال نوشتن</translation>
  </message>
 </context>
 <context>
  <name>ExportResult</name>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Export more</source>
   <translation>خروجی بیشتر</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>نمایش در پوشه</translation>
  </message>
 </context>
 <context>
  <name>ExportRoom</name>
  <message>
   <source>Export written</source>
   <translation>خروجی نوشته شد</translation>
  </message>
  <message>
   <source>No model is installed, so there is nothing to export.</source>
   <translation>مدلی نصب نیست، پس چیزی برای خروجی نیست.</translation>
  </message>
  <message>
   <source>The export is not complete</source>
   <translation>خروجی کامل نیست</translation>
  </message>
  <message>
   <source>Writing the export</source>
   <translation>در حال نوشتن خروجی</translation>
  </message>
 </context>
 <context>
  <name>FilterField</name>
  <message>
   <source>Clear the filter</source>
   <translation>پاک کردن پالایه</translation>
  </message>
  <message>
   <source>Filter by name, ID, date, accession, description</source>
   <translation>پالایش با نام، شناسه، تاریخ، شمارهٔ پذیرش، شرح</translation>
  </message>
  <message>
   <source>Filter of the worklist</source>
   <translation>پالایهٔ فهرست کار</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>پالایه‌های ذخیره‌شده</translation>
  </message>
  <message>
   <source>Show only studies that match what stands here; Esc clears it</source>
   <translation>فقط بررسی‌هایی که با این نوشته جورند؛ Esc آن را پاک می‌کند</translation>
  </message>
 </context>
 <context>
  <name>Finding</name>
  <message>
   <source>COVID-19</source>
   <translation>COVID-19</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>طبیعی</translation>
  </message>
  <message>
   <source>Not usable</source>
   <translation>غیر قابل استفاده</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>دیگر</translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation>پنومونی</translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation>سل</translation>
  </message>
 </context>
 <context>
  <name>FindingsPanel</name>
  <message>
   <source>Checks</source>
   <translation>وارسی‌ها</translation>
  </message>
  <message>
   <source>Choose a study to see its findings.</source>
   <translation>برای دیدن یافته‌ها یک بررسی انتخاب کنید.</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>شواهد</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>یافته‌ها</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation>این بررسی را خوانده‌شده کن و به نخوانده‌شدهٔ بعدی برو</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Open the model card  ·  F2</source>
   <translation>باز کردن کارت مدل  ·  F2</translation>
  </message>
  <message>
   <source>Read and next</source>
   <translation>خوانده شد و بعدی</translation>
  </message>
  <message>
   <source>What the model is for, what it was measured on, and every number</source>
   <translation>مدل برای چیست، روی چه سنجیده شده، و همهٔ اعداد</translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation>برداشت شما</translation>
  </message>
 </context>
 <context>
  <name>FirstLook</name>
  <message>
   <source>Starting…</source>
   <translation>در حال آغاز…</translation>
  </message>
 </context>
 <context>
  <name>Gallery</name>
  <message>
   <source>Hits</source>
   <translation>درست‌ها</translation>
  </message>
  <message>
   <source>Misses</source>
   <translation>نادرست‌ها</translation>
  </message>
  <message>
   <source>in truth {0}</source>
   <translation>در واقع {0}</translation>
  </message>
 </context>
 <context>
  <name>GuardPanel</name>
  <message>
   <source>Before you switch</source>
   <translation>پیش از جابه‌جایی</translation>
  </message>
  <message>
   <source>Keep the present model</source>
   <translation>نگه‌داشتن مدل کنونی</translation>
  </message>
  <message>
   <source>No study of the open worklist has a number, so there is nothing to compare.</source>
   <translation>هیچ بررسی در فهرست کار باز عددی ندارد، پس چیزی برای مقایسه نیست.</translation>
  </message>
  <message>
   <source>Score this worklist with the new model</source>
   <translation>امتیازدهی این فهرست کار با مدل تازه</translation>
  </message>
  <message>
   <source>The new model has no operating points, so no study can cross one.</source>
   <translation>مدل تازه نقطهٔ کار ندارد، پس هیچ بررسی از آن نمی‌گذرد.</translation>
  </message>
  <message>
   <source>The new model is loaded</source>
   <translation>مدل تازه بارگذاری می‌شود</translation>
  </message>
  <message>
   <source>The present model sorts by {0}, the new one by {1}: places are compared, not risks.</source>
   <translation>مدل کنونی بر پایهٔ {0} مرتب می‌کند و مدل تازه بر پایهٔ {1}: جایگاه‌ها مقایسه می‌شوند، نه خطرها.</translation>
  </message>
  <message>
   <source>The present model stays. The new one can be chosen in the menu Model at any time.</source>
   <translation>مدل کنونی می‌ماند. مدل تازه را هر زمان می‌توان در منوی مدل برگزید.</translation>
  </message>
  <message>
   <source>The worklist is scored again with the new model.</source>
   <translation>فهرست کار دوباره با مدل تازه امتیازدهی می‌شود.</translation>
  </message>
  <message>
   <source>Use this model now</source>
   <translation>اکنون این مدل را به کار ببر</translation>
  </message>
  <message>
   <source>scoring</source>
   <translation>امتیازدهی</translation>
  </message>
  <message>
   <source>{0} studies of the open worklist have a number. Scored with the new model too, it shows which of them change their place or cross the operating point. Nothing in the worklist changes yet.</source>
   <translation>‏{0} بررسی در فهرست کار باز عدد دارد. با امتیازدهی مدل تازه روشن می‌شود کدام‌ها جایشان عوض می‌شود یا از نقطهٔ کار می‌گذرند. هنوز چیزی در فهرست کار تغییر نمی‌کند.</translation>
  </message>
 </context>
 <context>
  <name>GuardTable</name>
  <message>
   <source>Studies that change</source>
   <translation>بررسی‌هایی که تغییر می‌کنند</translation>
  </message>
 </context>
 <context>
  <name>Headline</name>
  <message>
   <source>Image {0} of {1}</source>
   <translation>تصویر {0} از {1}</translation>
  </message>
  <message>
   <source>Image {0} of {1}, highest risk</source>
   <translation>تصویر {0} از {1}، بیشترین خطر</translation>
  </message>
  <message>
   <source>What this number means, and what it does not</source>
   <translation>این عدد چه معنایی دارد و چه معنایی ندارد</translation>
  </message>
  <message>
   <source>being scored</source>
   <translation>در حال امتیازدهی</translation>
  </message>
  <message>
   <source>hidden until your impression is recorded</source>
   <translation>پنهان تا ثبت برداشت شما</translation>
  </message>
  <message>
   <source>waiting to be scored</source>
   <translation>در انتظار امتیازدهی</translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation>‏{0}، به درخواست امتیازدهی شد</translation>
  </message>
 </context>
 <context>
  <name>HeatMapSection</name>
  <message>
   <source>No heat map for {0}</source>
   <translation>نقشهٔ حرارتی برای {0} نیست</translation>
  </message>
  <message>
   <source>What a heat map shows, and what it does not</source>
   <translation>نقشهٔ حرارتی چه نشان می‌دهد و چه نشان نمی‌دهد</translation>
  </message>
  <message>
   <source>{0}: drawn on a relative scale</source>
   <translation>‏{0}: با مقیاس نسبی رسم شد</translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation>‏{0}: بدون شواهد مثبت</translation>
  </message>
  <message>
   <source>{0}: not drawn, below the operating point</source>
   <translation>‏{0}: رسم نشد، زیر نقطهٔ کار است</translation>
  </message>
  <message>
   <source>{0}: not drawn, the model's card gives no scale for it</source>
   <translation>‏{0}: رسم نشد، کارت مدل مقیاسی برای آن ندارد</translation>
  </message>
  <message>
   <source>{0}: strongest at {1:.1f} of {2:.1f} logit</source>
   <translation>‏{0}: بیشینه {1:.1f} از {2:.1f} logit</translation>
  </message>
 </context>
 <context>
  <name>HelpDesk</name>
  <message>
   <source>The manual is missing or cannot be read. Please install the program again.</source>
   <translation>کتابچهٔ راهنما نیست یا خوانده نمی‌شود. لطفاً برنامه را دوباره نصب کنید.</translation>
  </message>
  <message>
   <source>This is version {0}</source>
   <translation>این نسخهٔ {0} است</translation>
  </message>
  <message>
   <source>What has changed is in the Help menu.</source>
   <translation>آنچه تغییر کرده در منوی راهنماست.</translation>
  </message>
  <message>
   <source>What's new</source>
   <translation>تازه‌ها</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>Image</source>
   <translation>تصویر</translation>
  </message>
 </context>
 <context>
  <name>ImpressionSection</name>
  <message>
   <source>Blind reading: say what you see, then record it. Scores are shown after that.</source>
   <translation>خوانش کور: بگویید چه می‌بینید، سپس ثبت کنید. امتیازها پس از آن نشان داده می‌شوند.</translation>
  </message>
  <message>
   <source>Choose what you see first</source>
   <translation>نخست آنچه می‌بینید برگزینید</translation>
  </message>
  <message>
   <source>Record and show scores  ·  {0}</source>
   <translation>ثبت و نمایش امتیازها  ·  {0}</translation>
  </message>
  <message>
   <source>Recorded blind {0}. Press again to undo.</source>
   <translation>‏{0} کور ثبت شد. برای واگرد دوباره بزنید.</translation>
  </message>
  <message>
   <source>Recorded {0} by {1}. Press again to undo.</source>
   <translation>‏{0} به دست {1} ثبت شد. برای واگرد دوباره بزنید.</translation>
  </message>
  <message>
   <source>Recorded {0}. Press again to undo.</source>
   <translation>‏{0} ثبت شد. برای واگرد دوباره بزنید.</translation>
  </message>
  <message>
   <source>The score of this study was in sight before, so your impression will not count as blind.</source>
   <translation>امتیاز این بررسی پیش‌تر دیده شده است، پس برداشت شما کور به شمار نمی‌آید.</translation>
  </message>
  <message>
   <source>What you said is final; scores, findings and heat maps are shown ({0})</source>
   <translation>آنچه گفتید نهایی است؛ امتیازها، یافته‌ها و نقشه‌های حرارتی نشان داده می‌شوند ({0})</translation>
  </message>
  <message>
   <source>What you see yourself. Nothing is recorded yet.</source>
   <translation>آنچه خودتان می‌بینید. هنوز چیزی ثبت نشده است.</translation>
  </message>
  <message>
   <source>with the model; {0}</source>
   <translation>هم‌نظر با مدل؛ {0}</translation>
  </message>
 </context>
 <context>
  <name>InspectionView</name>
  <message>
   <source>CLASSES AND SPLITS</source>
   <translation>دسته‌ها و بخش‌ها</translation>
  </message>
  <message>
   <source>Class of interest</source>
   <translation>دستهٔ مورد نظر</translation>
  </message>
  <message>
   <source>SOME OF THE IMAGES</source>
   <translation>برخی از تصاویر</translation>
  </message>
  <message>
   <source>WHAT THE LABELS MEAN</source>
   <translation>معنای برچسب‌ها</translation>
  </message>
  <message>
   <source>What must not be missed: sensitivity is its share found.</source>
   <translation>آنچه نباید از دست برود: حساسیت سهم یافته‌شدهٔ آن است.</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>Stopped before everything was read.</source>
   <translation>پیش از خواندن همه متوقف شد.</translation>
  </message>
  <message>
   <source>What was found in the data could not be read. The log says more.</source>
   <translation>آنچه در داده‌ها یافت شد خوانده نشد. گزارش بیشتر می‌گوید.</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press a key…</source>
   <translation>کلیدی بزنید…</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>بدون کلید</translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>No key has these words.</source>
   <translation>هیچ کلیدی این واژه‌ها را ندارد.</translation>
  </message>
  <message>
   <source>Search all keys: rotation, dropout, optimiser …</source>
   <translation>جست‌وجو در همهٔ کلیدها: rotation، dropout، optimiser …</translation>
  </message>
  <message>
   <source>Search keys</source>
   <translation>جست‌وجوی کلیدها</translation>
  </message>
 </context>
 <context>
  <name>KeyRow</name>
  <message>
   <source>Another key for {0}</source>
   <translation>کلید دیگری برای {0}</translation>
  </message>
  <message>
   <source>As in the recipe</source>
   <translation>مانند دستور</translation>
  </message>
  <message>
   <source>Back to {0}</source>
   <translation>بازگشت به {0}</translation>
  </message>
  <message>
   <source>Changed, the recipe says {0}</source>
   <translation>تغییر یافته، دستور می‌گوید {0}</translation>
  </message>
  <message>
   <source>Keys of {0}</source>
   <translation>کلیدهای {0}</translation>
  </message>
  <message>
   <source>Put back the keys of {0}</source>
   <translation>بازگرداندن کلیدهای {0}</translation>
  </message>
  <message>
   <source>Reset {0}</source>
   <translation>بازنشانی {0}</translation>
  </message>
  <message>
   <source>Then press the new key. Esc leaves it as it is, Backspace takes it away.</source>
   <translation>سپس کلید تازه را بزنید. Esc چیزی را عوض نمی‌کند، Backspace کلید را برمی‌دارد.</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>اینجا به کار ببر</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>بدون کلید</translation>
  </message>
 </context>
 <context>
  <name>KeysPage</name>
  <message>
   <source>Its key {0} is used elsewhere now.</source>
   <translation>کلید {0} آن اکنون جای دیگری به کار می‌رود.</translation>
  </message>
  <message>
   <source>Press a button, then the new key. No key does two things.</source>
   <translation>دکمه‌ای را بزنید، سپس کلید تازه را. هیچ کلیدی دو کار نمی‌کند.</translation>
  </message>
  <message>
   <source>Put back all keys</source>
   <translation>بازگرداندن همهٔ کلیدها</translation>
  </message>
  <message>
   <source>{0} belongs to “{1}”.</source>
   <translation>‏{0} از آنِ «{1}» است.</translation>
  </message>
  <message>
   <source>{0} moves in lists and fields. Choose another key.</source>
   <translation>‏{0} در فهرست‌ها و خانه‌ها حرکت می‌دهد. کلید دیگری برگزینید.</translation>
  </message>
 </context>
 <context>
  <name>LabelMapping</name>
  <message>
   <source>(no label)</source>
   <translation>(بدون برچسب)</translation>
  </message>
  <message>
   <source>Choose a class, type a name of your own, or leave the label out.</source>
   <translation>دسته‌ای برگزینید، نامی از خودتان بنویسید، یا برچسب را کنار بگذارید.</translation>
  </message>
  <message>
   <source>Class of the label {0}</source>
   <translation>دستهٔ برچسب {0}</translation>
  </message>
  <message>
   <source>IMAGES</source>
   <translation>تصاویر</translation>
  </message>
  <message>
   <source>LABEL IN THE DATA</source>
   <translation>برچسب در داده‌ها</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>کنار گذاشتن</translation>
  </message>
  <message>
   <source>MEANS</source>
   <translation>معنا</translation>
  </message>
  <message>
   <source>{0} rarer labels mean what they say.</source>
   <translation>‏{0} برچسب کم‌شمارتر همان معنای خود را دارند.</translation>
  </message>
 </context>
 <context>
  <name>LeaveDialog</name>
  <message>
   <source>It can go on by itself, also after the program is closed. Stopped, it is kept as it stands. Either way it is found again on the first page, under “Go on with a run”.</source>
   <translation>می‌تواند خودش ادامه یابد، حتی پس از بستن برنامه. اگر متوقف شود همان‌گونه نگه‌داری می‌شود. در هر دو حال در صفحهٔ نخست زیر «ادامهٔ یک اجرا» یافت می‌شود.</translation>
  </message>
  <message>
   <source>Let it go on</source>
   <translation>ادامه یابد</translation>
  </message>
  <message>
   <source>Stay here</source>
   <translation>همین‌جا بمان</translation>
  </message>
  <message>
   <source>Stop it</source>
   <translation>متوقفش کن</translation>
  </message>
  <message>
   <source>Training is running</source>
   <translation>آموزش در جریان است</translation>
  </message>
  <message>
   <source>What shall become of the training?</source>
   <translation>با آموزش چه کنیم؟</translation>
  </message>
 </context>
 <context>
  <name>LungZone</name>
  <message>
   <source>both lower zones</source>
   <translation>هر دو ناحیهٔ تحتانی</translation>
  </message>
  <message>
   <source>both middle zones</source>
   <translation>هر دو ناحیهٔ میانی</translation>
  </message>
  <message>
   <source>both upper zones</source>
   <translation>هر دو ناحیهٔ فوقانی</translation>
  </message>
  <message>
   <source>left lower zone</source>
   <translation>ناحیهٔ تحتانی چپ</translation>
  </message>
  <message>
   <source>left middle and lower zones</source>
   <translation>نواحی میانی و تحتانی چپ</translation>
  </message>
  <message>
   <source>left middle zone</source>
   <translation>ناحیهٔ میانی چپ</translation>
  </message>
  <message>
   <source>left upper and lower zones</source>
   <translation>نواحی فوقانی و تحتانی چپ</translation>
  </message>
  <message>
   <source>left upper and middle zones</source>
   <translation>نواحی فوقانی و میانی چپ</translation>
  </message>
  <message>
   <source>left upper zone</source>
   <translation>ناحیهٔ فوقانی چپ</translation>
  </message>
  <message>
   <source>outside the lungs</source>
   <translation>بیرون از ریه‌ها</translation>
  </message>
  <message>
   <source>right lower and left middle zones</source>
   <translation>نواحی تحتانی راست و میانی چپ</translation>
  </message>
  <message>
   <source>right lower and left upper zones</source>
   <translation>نواحی تحتانی راست و فوقانی چپ</translation>
  </message>
  <message>
   <source>right lower zone</source>
   <translation>ناحیهٔ تحتانی راست</translation>
  </message>
  <message>
   <source>right middle and left lower zones</source>
   <translation>نواحی میانی راست و تحتانی چپ</translation>
  </message>
  <message>
   <source>right middle and left upper zones</source>
   <translation>نواحی میانی راست و فوقانی چپ</translation>
  </message>
  <message>
   <source>right middle and lower zones</source>
   <translation>نواحی میانی و تحتانی راست</translation>
  </message>
  <message>
   <source>right middle zone</source>
   <translation>ناحیهٔ میانی راست</translation>
  </message>
  <message>
   <source>right upper and left lower zones</source>
   <translation>نواحی فوقانی راست و تحتانی چپ</translation>
  </message>
  <message>
   <source>right upper and left middle zones</source>
   <translation>نواحی فوقانی راست و میانی چپ</translation>
  </message>
  <message>
   <source>right upper and lower zones</source>
   <translation>نواحی فوقانی و تحتانی راست</translation>
  </message>
  <message>
   <source>right upper and middle zones</source>
   <translation>نواحی فوقانی و میانی راست</translation>
  </message>
  <message>
   <source>right upper zone</source>
   <translation>ناحیهٔ فوقانی راست</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>&amp;Undo</source>
   <translation>واگرد</translation>
  </message>
  <message>
   <source>&amp;Undo {0}</source>
   <translation>واگرد {0}</translation>
  </message>
 </context>
 <context>
  <name>ManualWindow</name>
  <message>
   <source>Back (Alt+Left)</source>
   <translation>بازگشت (Alt+Left)</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>فهرست</translation>
  </message>
  <message>
   <source>Forward (Alt+Right)</source>
   <translation>پیش رفتن (Alt+Right)</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>کتابچهٔ راهنما</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>جست‌وجو در کتابچهٔ راهنما</translation>
  </message>
  <message>
   <source>Sections found: {0}</source>
   <translation>بخش‌های یافت‌شده: {0}</translation>
  </message>
  <message>
   <source>Sections that have all these words (Ctrl+F); Enter opens the first</source>
   <translation>بخش‌هایی که همهٔ این واژه‌ها را دارند (Ctrl+F)؛ Enter نخستین را باز می‌کند</translation>
  </message>
  <message>
   <source>The manual is in English</source>
   <translation>کتابچهٔ راهنما به انگلیسی است</translation>
  </message>
 </context>
 <context>
  <name>MapControls</name>
  <message>
   <source>Also below the operating point: weak evidence</source>
   <translation>زیر نقطهٔ کار هم: شواهد ضعیف</translation>
  </message>
  <message>
   <source>Boxes round the regions, with the zone and its share of the lung</source>
   <translation>کادر دور نواحی، با نام ناحیه و سهم آن از ریه</translation>
  </message>
  <message>
   <source>Boxes with zones</source>
   <translation>کادر با ناحیه‌ها</translation>
  </message>
  <message>
   <source>Draw only what reaches this share of the scale; the dashed line runs there</source>
   <translation>تنها آنچه به این سهم از مقیاس می‌رسد رسم شود؛ خط‌چین از آنجا می‌گذرد</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Heat map on or off</source>
   <translation>نقشهٔ حرارتی روشن یا خاموش</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>تیرگی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Heat map threshold</source>
   <translation>آستانهٔ نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image (Alt+wheel on the image)</source>
   <translation>نقشهٔ حرارتی تا چه اندازه تصویر را می‌پوشاند (Alt+چرخ روی تصویر)</translation>
  </message>
  <message>
   <source>How the heat map is computed</source>
   <translation>شیوهٔ محاسبهٔ نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>روش</translation>
  </message>
  <message>
   <source>Method of the heat map</source>
   <translation>روش نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>No threshold</source>
   <translation>بدون آستانه</translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation>تیرگی {0}</translation>
  </message>
  <message>
   <source>Outline only</source>
   <translation>تنها خط دور</translation>
  </message>
  <message>
   <source>The line round the regions without their colours</source>
   <translation>خط دور نواحی بدون رنگ آن‌ها</translation>
  </message>
  <message>
   <source>Threshold {0}</source>
   <translation>آستانه {0}</translation>
  </message>
  <message>
   <source>Weak evidence too</source>
   <translation>شواهد ضعیف هم</translation>
  </message>
  <message>
   <source>{0} No map outlines disease.</source>
   <translation>‏{0} هیچ نقشه‌ای مرز بیماری را نشان نمی‌دهد.</translation>
  </message>
 </context>
 <context>
  <name>MapMenu</name>
  <message>
   <source>Colours</source>
   <translation>رنگ‌ها</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>تیرگی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>روش</translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation>تیرگی {0}</translation>
  </message>
 </context>
 <context>
  <name>MapProgress</name>
  <message>
   <source>Cancel</source>
   <translation>انصراف</translation>
  </message>
  <message>
   <source>Heat map being computed</source>
   <translation>نقشهٔ حرارتی در حال محاسبه</translation>
  </message>
  <message>
   <source>Stop computing, and show the map that came with the score</source>
   <translation>توقف محاسبه و نمایش نقشه‌ای که با امتیاز آمده است</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>&amp;Group by</source>
   <translation>گروه‌بندی بر پایهٔ</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>تصویر</translation>
  </message>
  <message>
   <source>C&amp;olumns</source>
   <translation>ستون‌ها</translation>
  </message>
  <message>
   <source>File</source>
   <translation>پرونده</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>راهنما</translation>
  </message>
  <message>
   <source>Menus</source>
   <translation>منوها</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>No model found</source>
   <translation>مدلی یافت نشد</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>باز کردن اخیر</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>بررسی</translation>
  </message>
  <message>
   <source>Ur&amp;gency</source>
   <translation>فوریت</translation>
  </message>
  <message>
   <source>View</source>
   <translation>نما</translation>
  </message>
  <message>
   <source>Your &amp;impression</source>
   <translation>برداشت شما</translation>
  </message>
 </context>
 <context>
  <name>ModelGuard</name>
  <message>
   <source>The comparison ended without numbers.</source>
   <translation>مقایسه بدون عدد پایان یافت.</translation>
  </message>
  <message>
   <source>There is no room for the comparison on this disk.</source>
   <translation>روی این دیسک جایی برای مقایسه نیست.</translation>
  </message>
 </context>
 <context>
  <name>ModelLegend</name>
  <message>
   <source>Bar: {0}. Ring: {1}.</source>
   <translation>نوار: {0}. حلقه: {1}.</translation>
  </message>
  <message>
   <source>{0}, second opinion</source>
   <translation>‏{0}، نظر دوم</translation>
  </message>
 </context>
 <context>
  <name>NotScoredCard</name>
  <message>
   <source>A number against the advice may mean nothing. It is marked as such, and the request is logged.</source>
   <translation>عددی که خلاف توصیه باشد شاید بی‌معنا باشد. نشانه‌گذاری و درخواست آن ثبت می‌شود.</translation>
  </message>
  <message>
   <source>Ask for a number against the advice (Study, Score anyway)</source>
   <translation>درخواست عدد برخلاف توصیه (بررسی، به هر حال امتیاز بده)</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>تصویر نیست</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>امتیاز ندارد</translation>
  </message>
  <message>
   <source>Nothing was predicted from this file. Read it as if no program had seen it.</source>
   <translation>از این پرونده چیزی پیش‌بینی نشد. آن را چنان بخوانید که گویی هیچ برنامه‌ای ندیده است.</translation>
  </message>
  <message>
   <source>Score and show the image {0}</source>
   <translation>تصویر را {0} امتیاز بده و نشان بده</translation>
  </message>
  <message>
   <source>Score anyway…</source>
   <translation>به هر حال امتیاز بده…</translation>
  </message>
  <message>
   <source>The file holds no radiograph. Nothing was predicted from it.</source>
   <translation>این پرونده پرتونگاری ندارد. چیزی از آن پیش‌بینی نشد.</translation>
  </message>
  <message>
   <source>The file stays untouched. The step is logged and can be undone.</source>
   <translation>پرونده دست‌نخورده می‌ماند. این گام ثبت می‌شود و برگشت‌پذیر است.</translation>
  </message>
  <message>
   <source>What the check looks at, and what you can do</source>
   <translation>وارسی به چه نگاه می‌کند و شما چه می‌توانید بکنید</translation>
  </message>
  <message>
   <source>no reason was given</source>
   <translation>دلیلی داده نشد</translation>
  </message>
 </context>
 <context>
  <name>NoteFields</name>
  <message>
   <source>Free text</source>
   <translation>متن آزاد</translation>
  </message>
  <message>
   <source>Free text of your impression</source>
   <translation>متن آزاد برداشت شما</translation>
  </message>
  <message>
   <source>Tags of the study</source>
   <translation>برچسب‌های بررسی</translation>
  </message>
  <message>
   <source>Tags, for example: teaching follow-up</source>
   <translation>برچسب‌ها، برای نمونه: آموزش پیگیری</translation>
  </message>
  <message>
   <source>What you see, in your own words; saved by itself. Esc leaves</source>
   <translation>آنچه می‌بینید به زبان خودتان؛ خودبه‌خود ذخیره می‌شود. ‏Esc برای خروج</translation>
  </message>
  <message>
   <source>Words to find the study by; saved by themselves</source>
   <translation>واژه‌هایی برای یافتن بررسی؛ خودبه‌خود ذخیره می‌شوند</translation>
  </message>
 </context>
 <context>
  <name>Notes</name>
  <message>
   <source>Fault</source>
   <translation>خطا</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>یادداشت</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>هشدار</translation>
  </message>
 </context>
 <context>
  <name>NoticeDialog</name>
  <message>
   <source>Before you start</source>
   <translation>پیش از آغاز</translation>
  </message>
  <message>
   <source>COVID-19, pneumonia, tuberculosis and normal, on frontal chest radiographs of adults. It does not look for a nodule, a pneumothorax, a fracture or anything else. A low number is not a normal study.</source>
   <translation>‏COVID-19، پنومونی، سل و طبیعی، در پرتونگاری‌های روبه‌روی قفسهٔ سینهٔ بزرگسالان. به دنبال ندول، پنوموتوراکس، شکستگی یا چیز دیگری نیست. عدد کم به معنای بررسی طبیعی نیست.</translation>
  </message>
  <message>
   <source>Every study still has to be read. A heat map shows what raised a number, not where disease is.</source>
   <translation>هر بررسی باز هم باید خوانده شود. نقشهٔ حرارتی نشان می‌دهد چه چیزی عدد را بالا برده، نه جای بیماری را.</translation>
  </message>
  <message>
   <source>I understand</source>
   <translation>متوجه شدم</translation>
  </message>
  <message>
   <source>Images are read where they lie and are never changed. Results are kept in a file of your own.</source>
   <translation>تصاویر همان‌جا که هستند خوانده می‌شوند و هرگز تغییر نمی‌کنند. نتایج در پروندهٔ خودتان نگه‌داری می‌شود.</translation>
  </message>
  <message>
   <source>It has no approval of any authority. No decision about a patient may rest on it.</source>
   <translation>هیچ مرجعی آن را تأیید نکرده است. هیچ تصمیمی دربارهٔ بیمار نباید بر آن استوار باشد.</translation>
  </message>
  <message>
   <source>Its own model looks for four things</source>
   <translation>مدل خودش به دنبال چهار چیز است</translation>
  </message>
  <message>
   <source>Not a medical device</source>
   <translation>ابزار پزشکی نیست</translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation>هیچ چیز از این رایانه خارج نمی‌شود</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>خروج</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>فقط برای پژوهش. نه برای تشخیص اولیه.</translation>
  </message>
  <message>
   <source>The order helps to choose what to read first</source>
   <translation>ترتیب کمک می‌کند بدانید نخست چه بخوانید</translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>Blind-first reading: scores order nothing</source>
   <translation>خوانش کور: امتیازها ترتیبی نمی‌دهند</translation>
  </message>
  <message>
   <source>Blind: by arrival</source>
   <translation>کور: به ترتیب رسیدن</translation>
  </message>
  <message>
   <source>By arrival</source>
   <translation>به ترتیب رسیدن</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>به ترتیب خطر</translation>
  </message>
  <message>
   <source>First come, first served; click to order by risk</source>
   <translation>به ترتیب رسیدن؛ برای ترتیب خطر کلیک کنید</translation>
  </message>
  <message>
   <source>Order of the worklist: {0}</source>
   <translation>ترتیب فهرست کار: {0}</translation>
  </message>
  <message>
   <source>Urgency, then risk; click for first come, first served</source>
   <translation>فوریت، سپس خطر؛ برای ترتیب رسیدن کلیک کنید</translation>
  </message>
 </context>
 <context>
  <name>PaneStrip</name>
  <message>
   <source>Choose another study to stand at the right</source>
   <translation>انتخاب بررسی دیگری برای سمت راست</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>پیوسته</translation>
  </message>
  <message>
   <source>Not linked</source>
   <translation>ناپیوسته</translation>
  </message>
  <message>
   <source>One image again</source>
   <translation>دوباره یک تصویر</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>دیگر</translation>
  </message>
  <message>
   <source>Others ({0})</source>
   <translation>دیگر ({0})</translation>
  </message>
  <message>
   <source>Window, zoom and place follow each other</source>
   <translation>پنجره، بزرگ‌نمایی و جا یکدیگر را دنبال می‌کنند</translation>
  </message>
 </context>
 <context>
  <name>PictureDialog</name>
  <message>
   <source>Cancel</source>
   <translation>انصراف</translation>
  </message>
  <message>
   <source>Every picture is marked “Research use only”. Letters that are burned into the film itself stay in it.</source>
   <translation>هر تصویر نشان «فقط برای پژوهش» دارد. حروف حک‌شده در خود فیلم می‌مانند.</translation>
  </message>
  <message>
   <source>Heat map and outlines</source>
   <translation>نقشهٔ حرارتی و خطوط دور</translation>
  </message>
  <message>
   <source>Patient identity, institution and station</source>
   <translation>هویت بیمار، مؤسسه و ایستگاه</translation>
  </message>
  <message>
   <source>Save picture of the view</source>
   <translation>ذخیرهٔ تصویر نما</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>ذخیره…</translation>
  </message>
  <message>
   <source>Text and measurements</source>
   <translation>نوشته و اندازه‌ها</translation>
  </message>
 </context>
 <context>
  <name>PictureGrid</name>
  <message>
   <source>{0} training images</source>
   <translation>‏{0} تصویر آموزش</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message>
   <source>AS THE NETWORK SEES THEM</source>
   <translation>آن‌گونه که شبکه می‌بیند</translation>
  </message>
  <message>
   <source>Changed as during training, a few examples.</source>
   <translation>تغییریافته مانند هنگام آموزش، چند نمونه.</translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation>دوباره بکش</translation>
  </message>
  <message>
   <source>Drawing…</source>
   <translation>در حال کشیدن…</translation>
  </message>
 </context>
 <context>
  <name>ProgressRow</name>
  <message>
   <source>Stop</source>
   <translation>توقف</translation>
  </message>
 </context>
 <context>
  <name>ProvenanceSection</name>
  <message>
   <source>Computed on</source>
   <translation>محاسبه روی</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>چکیده</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Scored at</source>
   <translation>زمان امتیازدهی</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>مدل دوم</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>مدت</translation>
  </message>
  <message>
   <source>{0:.2f} s</source>
   <translation>‏{0:.2f} ثانیه</translation>
  </message>
 </context>
 <context>
  <name>PublishForm</name>
  <message>
   <source>As readers see it in the menu</source>
   <translation>آن‌گونه که خوانندگان در منو می‌بینند</translation>
  </message>
  <message>
   <source>For folders and commands: small letters, digits, - and _</source>
   <translation>برای پوشه‌ها و فرمان‌ها: حروف کوچک، ارقام، - و _</translation>
  </message>
  <message>
   <source>Intended use</source>
   <translation>کاربرد در نظر گرفته‌شده</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>نام</translation>
  </message>
  <message>
   <source>One or two sentences: for which images, at which site, to what end, and that every image is read</source>
   <translation>یک یا دو جمله: برای کدام تصاویر، در کدام مرکز، به چه هدف، و این‌که هر تصویر خوانده می‌شود</translation>
  </message>
  <message>
   <source>Replace the model of this name</source>
   <translation>جایگزینی مدل هم‌نام</translation>
  </message>
  <message>
   <source>Say what the model is meant for.</source>
   <translation>بگویید مدل برای چیست.</translation>
  </message>
  <message>
   <source>The intended use is longer than {0} letters.</source>
   <translation>کاربرد در نظر گرفته‌شده از {0} حرف بلندتر است.</translation>
  </message>
  <message>
   <source>The model needs a title.</source>
   <translation>مدل عنوان می‌خواهد.</translation>
  </message>
  <message>
   <source>The model needs a version.</source>
   <translation>مدل نسخه می‌خواهد.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>عنوان</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>نسخه</translation>
  </message>
 </context>
 <context>
  <name>PublishPage</name>
  <message>
   <source>An ensemble is no single model; one of its networks can be one</source>
   <translation>گروه، یک مدل تکی نیست؛ یکی از شبکه‌هایش می‌تواند باشد</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>شبکه</translation>
  </message>
  <message>
   <source>Network {0}</source>
   <translation>شبکهٔ {0}</translation>
  </message>
  <message>
   <source>No model was written.</source>
   <translation>مدلی نوشته نشد.</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>انتشار</translation>
  </message>
  <message>
   <source>Published: {0} {1}</source>
   <translation>منتشر شد: {0} {1}</translation>
  </message>
  <message>
   <source>Publishing was stopped. No model was written.</source>
   <translation>انتشار متوقف شد. مدلی نوشته نشد.</translation>
  </message>
  <message>
   <source>The best epoch becomes a model of this program: calibrated on the validation images, measured once on the test images, with a card that says so.</source>
   <translation>بهترین دوره مدلی از این برنامه می‌شود: واسنجی‌شده روی تصاویر اعتبارسنجی، یک‌بار سنجیده روی تصاویر آزمون، با کارتی که همین را می‌گوید.</translation>
  </message>
  <message>
   <source>The model is calibrated and measured</source>
   <translation>مدل واسنجی و سنجیده می‌شود</translation>
  </message>
 </context>
 <context>
  <name>QShortcut</name>
  <message>
   <source>Alt</source>
   <translation>Alt</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Backspace</translation>
  </message>
  <message>
   <source>Ctrl</source>
   <translation>Ctrl</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Down</translation>
  </message>
  <message>
   <source>End</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>F%1</source>
   <translation>F%1</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>Ins</source>
   <translation>Ins</translation>
  </message>
  <message>
   <source>Insert</source>
   <translation>Insert</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Meta</source>
   <translation>Meta</translation>
  </message>
  <message>
   <source>Num</source>
   <translation>Num</translation>
  </message>
  <message>
   <source>PgDown</source>
   <translation>PgDown</translation>
  </message>
  <message>
   <source>PgUp</source>
   <translation>PgUp</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Return</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Right</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Shift</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Space</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Up</translation>
  </message>
 </context>
 <context>
  <name>ReadingControls</name>
  <message>
   <source>Name of the reader</source>
   <translation>نام خواننده</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>خواننده</translation>
  </message>
 </context>
 <context>
  <name>RecipeDetails</name>
  <message>
   <source>As in the data: {0}</source>
   <translation>مانند داده‌ها: {0}</translation>
  </message>
  <message>
   <source>As in the recipe: {0}</source>
   <translation>مانند دستور: {0}</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>اندازهٔ دسته</translation>
  </message>
  <message>
   <source>CLASSES</source>
   <translation>دسته‌ها</translation>
  </message>
  <message>
   <source>Choose another recipe, or give the labels other meanings on the first page.</source>
   <translation>دستور دیگری برگزینید، یا در صفحهٔ نخست به برچسب‌ها معنای دیگری بدهید.</translation>
  </message>
  <message>
   <source>Choose “As in the data” under Classes, or another recipe.</source>
   <translation>زیر «دسته‌ها» گزینهٔ «مانند داده‌ها» را برگزینید، یا دستوری دیگر.</translation>
  </message>
  <message>
   <source>Classes</source>
   <translation>دسته‌ها</translation>
  </message>
  <message>
   <source>Cut at</source>
   <translation>بریده در</translation>
  </message>
  <message>
   <source>INITIAL WEIGHTS</source>
   <translation>وزن‌های آغازین</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>اندازهٔ تصویر</translation>
  </message>
  <message>
   <source>Learns</source>
   <translation>می‌آموزد</translation>
  </message>
  <message>
   <source>NETWORK</source>
   <translation>شبکه</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>شبکه</translation>
  </message>
  <message>
   <source>REPORTED</source>
   <translation>گزارش‌شده</translation>
  </message>
  <message>
   <source>TIME ON THIS COMPUTER</source>
   <translation>زمان در این رایانه</translation>
  </message>
  <message>
   <source>The data have no images of {0}.</source>
   <translation>داده‌ها تصویری از {0} ندارند.</translation>
  </message>
  <message>
   <source>This recipe has no place for {0}: these images are not used.</source>
   <translation>این دستور جایی برای {0} ندارد: این تصاویر به کار نمی‌روند.</translation>
  </message>
  <message>
   <source>VARIANT</source>
   <translation>گونه</translation>
  </message>
 </context>
 <context>
  <name>RecipePage</name>
  <message>
   <source>No recipe has these words.</source>
   <translation>هیچ دستوری این واژه‌ها را ندارد.</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>دستور</translation>
  </message>
  <message>
   <source>Search recipes</source>
   <translation>جست‌وجوی دستورها</translation>
  </message>
  <message>
   <source>Search: covid, densenet, S6 …</source>
   <translation>جست‌وجو: covid، densenet، S6 …</translation>
  </message>
  <message>
   <source>Which recipe?</source>
   <translation>کدام دستور؟</translation>
  </message>
 </context>
 <context>
  <name>ReportView</name>
  <message>
   <source>By age</source>
   <translation>بر پایهٔ سن</translation>
  </message>
  <message>
   <source>By source</source>
   <translation>بر پایهٔ منبع</translation>
  </message>
  <message>
   <source>By view</source>
   <translation>بر پایهٔ نما</translation>
  </message>
  <message>
   <source>Confusion matrix of the likeliest class</source>
   <translation>ماتریس درهم‌ریختگی محتمل‌ترین دسته</translation>
  </message>
 </context>
 <context>
  <name>RunList</name>
  <message>
   <source>DATA</source>
   <translation>داده‌ها</translation>
  </message>
  <message>
   <source>EPOCHS</source>
   <translation>دوره‌ها</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>ناموفق</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>پایان‌یافته</translation>
  </message>
  <message>
   <source>LAST CHANGE</source>
   <translation>آخرین تغییر</translation>
  </message>
  <message>
   <source>RUN</source>
   <translation>اجرا</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>در جریان</translation>
  </message>
  <message>
   <source>STATE</source>
   <translation>وضعیت</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>متوقف</translation>
  </message>
  <message>
   <source>There is no run on this computer yet. Choose “Train a model” to begin one.</source>
   <translation>هنوز اجرایی در این رایانه نیست. برای آغاز «آموزش مدل» را برگزینید.</translation>
  </message>
  <message>
   <source>Training runs</source>
   <translation>اجراهای آموزش</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} از {1}</translation>
  </message>
  <message>
   <source>{0}, nothing saved</source>
   <translation>‏{0}، چیزی ذخیره نشده</translation>
  </message>
 </context>
 <context>
  <name>RunLog</name>
  <message>
   <source>Log of the training</source>
   <translation>گزارش آموزش</translation>
  </message>
 </context>
 <context>
  <name>RunPage</name>
  <message>
   <source>Back to the settings</source>
   <translation>بازگشت به تنظیمات</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>ادامه</translation>
  </message>
  <message>
   <source>Keep training when the window closes</source>
   <translation>ادامهٔ آموزش پس از بستن پنجره</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>مکث</translation>
  </message>
  <message>
   <source>Save and end; the best epoch so far can be measured and published</source>
   <translation>ذخیره و پایان؛ بهترین دوره تا اینجا را می‌توان سنجید و منتشر کرد</translation>
  </message>
  <message>
   <source>Save and free the processor; goes on exactly here, also after a restart</source>
   <translation>ذخیره و آزاد کردن پردازنده؛ دقیقاً از همین‌جا ادامه می‌یابد، حتی پس از راه‌اندازی دوباره</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>توقف</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>آموزش</translation>
  </message>
  <message>
   <source>Without it you are asked when you close the window</source>
   <translation>بدون آن هنگام بستن پنجره از شما پرسیده می‌شود</translation>
  </message>
 </context>
 <context>
  <name>RunStatus</name>
  <message>
   <source> in {0}</source>
   <translation> در {0}</translation>
  </message>
  <message>
   <source>Batch {0} of {1}</source>
   <translation>دستهٔ {0} از {1}</translation>
  </message>
  <message>
   <source>Best epoch: {0}</source>
   <translation>بهترین دوره: {0}</translation>
  </message>
  <message>
   <source>Ending: this batch, then everything is saved</source>
   <translation>در حال پایان: این دسته، سپس همه چیز ذخیره می‌شود</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>پایان‌یافته</translation>
  </message>
  <message>
   <source>No epoch was measured yet</source>
   <translation>هنوز دوره‌ای سنجیده نشده</translation>
  </message>
  <message>
   <source>Paused{0}</source>
   <translation>مکث{0}</translation>
  </message>
  <message>
   <source>Progress of the training</source>
   <translation>پیشرفت آموزش</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>در جریان</translation>
  </message>
  <message>
   <source>Saved. It goes on exactly here, also after the program was closed</source>
   <translation>ذخیره شد. دقیقاً از همین‌جا ادامه می‌یابد، حتی پس از بستن برنامه</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>در حال آغاز</translation>
  </message>
  <message>
   <source>Stopped{0}</source>
   <translation>متوقف شد{0}</translation>
  </message>
  <message>
   <source>The images are read and the network is built</source>
   <translation>تصاویر خوانده و شبکه ساخته می‌شود</translation>
  </message>
  <message>
   <source>The training failed{0}</source>
   <translation>آموزش ناموفق بود{0}</translation>
  </message>
  <message>
   <source>Trained. The report is made</source>
   <translation>آموزش پایان یافت. گزارش ساخته می‌شود</translation>
  </message>
  <message>
   <source>epoch {0} of {1}</source>
   <translation>دورهٔ {0} از {1}</translation>
  </message>
  <message>
   <source>it took {0}</source>
   <translation>‏{0} طول کشید</translation>
  </message>
  <message>
   <source>until about {0}</source>
   <translation>تا حدود {0}</translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation>‏{0} تصویر بر ثانیه</translation>
  </message>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>‏{0}: {1} از {2}</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>&amp;Delete</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>تغییر نام</translation>
  </message>
  <message>
   <source>&amp;Save this filter…</source>
   <translation>ذخیرهٔ این پالایه…</translation>
  </message>
  <message>
   <source>Name of the filter</source>
   <translation>نام پالایه</translation>
  </message>
  <message>
   <source>No filter is saved yet</source>
   <translation>هنوز پالایه‌ای ذخیره نشده</translation>
  </message>
  <message>
   <source>Rename the filter</source>
   <translation>تغییر نام پالایه</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>ذخیرهٔ این پالایه</translation>
  </message>
 </context>
 <context>
  <name>SectionHeading</name>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>باز کردن</translation>
  </message>
 </context>
 <context>
  <name>SettingRow</name>
  <message>
   <source>Back to {0}</source>
   <translation>بازگشت به {0}</translation>
  </message>
  <message>
   <source>Put back {0}</source>
   <translation>بازگرداندن {0}</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>A file that takes longer is set aside</source>
   <translation>پرونده‌ای که بیشتر طول بکشد کنار گذاشته می‌شود</translation>
  </message>
  <message>
   <source>A line round both lungs and between their zones</source>
   <translation>خطی دور هر دو ریه و میان نواحی آن‌ها</translation>
  </message>
  <message>
   <source>A study rises after waiting</source>
   <translation>بررسی پس از انتظار بالا می‌آید</translation>
  </message>
  <message>
   <source>All rise evenly in lightness and suit every kind of colour vision</source>
   <translation>روشنی همه یکنواخت بالا می‌رود و برای هر نوع دید رنگ مناسب‌اند</translation>
  </message>
  <message>
   <source>Among studies of equal urgency</source>
   <translation>میان بررسی‌های هم‌فوریت</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>مانند سامانه</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>خودکار</translation>
  </message>
  <message>
   <source>Automatic takes a graphics card where there is one</source>
   <translation>خودکار، اگر کارت گرافیک باشد آن را به کار می‌گیرد</translation>
  </message>
  <message>
   <source>Beyond the models; a file that needs more is set aside</source>
   <translation>افزون بر مدل‌ها؛ پرونده‌ای که بیشتر بخواهد کنار گذاشته می‌شود</translation>
  </message>
  <message>
   <source>Blind-first reading</source>
   <translation>خوانش کور</translation>
  </message>
  <message>
   <source>Boxes round heat map regions</source>
   <translation>کادر دور نواحی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Bundled default</source>
   <translation>پیش‌فرض همراه برنامه</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>به ترتیب خطر</translation>
  </message>
  <message>
   <source>Cividis</source>
   <translation>Cividis</translation>
  </message>
  <message>
   <source>Compact worklist rows</source>
   <translation>ردیف‌های فشردهٔ فهرست کار</translation>
  </message>
  <message>
   <source>Compute device</source>
   <translation>دستگاه محاسبه</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>تیره</translation>
  </message>
  <message>
   <source>Draw heat maps below the operating point</source>
   <translation>رسم نقشهٔ حرارتی زیر نقطهٔ کار</translation>
  </message>
  <message>
   <source>Figures stay Latin in every language</source>
   <translation>ارقام در همهٔ زبان‌ها لاتین می‌مانند</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>پرونده‌ها</translation>
  </message>
  <message>
   <source>First come, first served</source>
   <translation>به ترتیب رسیدن</translation>
  </message>
  <message>
   <source>For a new study above the operating points; without names</source>
   <translation>برای بررسی تازهٔ بالای نقاط کار؛ بدون نام</translation>
  </message>
  <message>
   <source>GB</source>
   <translation>GB</translation>
  </message>
  <message>
   <source>Graphics card (Apple)</source>
   <translation>کارت گرافیک (Apple)</translation>
  </message>
  <message>
   <source>Graphics card (CUDA)</source>
   <translation>کارت گرافیک (CUDA)</translation>
  </message>
  <message>
   <source>Heat map as an outline only</source>
   <translation>نقشهٔ حرارتی تنها به صورت خط دور</translation>
  </message>
  <message>
   <source>Heat map colours</source>
   <translation>رنگ‌های نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>تیرگی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image</source>
   <translation>نقشهٔ حرارتی تا چه اندازه تصویر را می‌پوشاند</translation>
  </message>
  <message>
   <source>Image on second screen</source>
   <translation>تصویر در صفحهٔ دوم</translation>
  </message>
  <message>
   <source>Inferno</source>
   <translation>Inferno</translation>
  </message>
  <message>
   <source>Kept with every impression; empty means the login name</source>
   <translation>با هر برداشت نگه‌داری می‌شود؛ خالی یعنی نام ورود</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>زبان</translation>
  </message>
  <message>
   <source>Larger files are not read</source>
   <translation>پرونده‌های بزرگ‌تر خوانده نمی‌شوند</translation>
  </message>
  <message>
   <source>Larger images are not read</source>
   <translation>تصاویر بزرگ‌تر خوانده نمی‌شوند</translation>
  </message>
  <message>
   <source>Largest file</source>
   <translation>بزرگ‌ترین پرونده</translation>
  </message>
  <message>
   <source>Largest image</source>
   <translation>بزرگ‌ترین تصویر</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>روشن</translation>
  </message>
  <message>
   <source>Longest time for one file</source>
   <translation>بیشترین زمان برای یک پرونده</translation>
  </message>
  <message>
   <source>MB</source>
   <translation>MB</translation>
  </message>
  <message>
   <source>Magma</source>
   <translation>Magma</translation>
  </message>
  <message>
   <source>Messages of the system</source>
   <translation>پیام‌های سامانه</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Most memory for scoring</source>
   <translation>بیشترین حافظه برای امتیازدهی</translation>
  </message>
  <message>
   <source>Name of the reader</source>
   <translation>نام خواننده</translation>
  </message>
  <message>
   <source>Names, IDs, dates of birth and the names of folders</source>
   <translation>نام‌ها، شناسه‌ها، تاریخ تولد و نام پوشه‌ها</translation>
  </message>
  <message>
   <source>New files appear and are scored by themselves</source>
   <translation>پرونده‌های تازه پدیدار می‌شوند و خودبه‌خود امتیاز می‌گیرند</translation>
  </message>
  <message>
   <source>None are kept at 0</source>
   <translation>در 0 هیچ‌کدام نگه‌داری نمی‌شود</translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation>یک خط برای هر بررسی</translation>
  </message>
  <message>
   <source>Order of the worklist</source>
   <translation>ترتیب فهرست کار</translation>
  </message>
  <message>
   <source>Ordered by risk; 0 for never</source>
   <translation>در ترتیب خطر؛ 0 یعنی هرگز</translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation>خط دور ریه‌ها</translation>
  </message>
  <message>
   <source>Prevalence for predictive values</source>
   <translation>شیوع برای ارزش‌های اخباری</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>حریم خصوصی</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>پردازنده (CPU)</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>خوانش</translation>
  </message>
  <message>
   <source>Recent folders kept</source>
   <translation>شمار پوشه‌های اخیر</translation>
  </message>
  <message>
   <source>Rows and fields grow with it; images do not</source>
   <translation>ردیف‌ها و خانه‌ها با آن بزرگ می‌شوند؛ تصاویر نه</translation>
  </message>
  <message>
   <source>Scores and heat maps stay hidden until your impression is recorded</source>
   <translation>امتیازها و نقشه‌های حرارتی تا ثبت برداشت شما پنهان می‌مانند</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>امتیازدهی</translation>
  </message>
  <message>
   <source>Second opinion</source>
   <translation>نظر دوم</translation>
  </message>
  <message>
   <source>Share of studies with the finding where you work</source>
   <translation>سهم بررسی‌های دارای یافته در محل کار شما</translation>
  </message>
  <message>
   <source>Show patient identity</source>
   <translation>نمایش هویت بیمار</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>اندازهٔ نوشته</translation>
  </message>
  <message>
   <source>The checkpoint that scores</source>
   <translation>مدلی که امتیاز می‌دهد</translation>
  </message>
  <message>
   <source>The default model's partner scores every image too; their disagreement is shown</source>
   <translation>مدل همراهِ مدل پیش‌فرض نیز به هر تصویر امتیاز می‌دهد؛ اختلاف آن‌ها نشان داده می‌شود</translation>
  </message>
  <message>
   <source>The line without colours</source>
   <translation>خط بدون رنگ</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>پوسته</translation>
  </message>
  <message>
   <source>Viridis</source>
   <translation>Viridis</translation>
  </message>
  <message>
   <source>Watch the open folder</source>
   <translation>پایش پوشهٔ باز</translation>
  </message>
  <message>
   <source>Weak evidence is hidden unless asked for</source>
   <translation>شواهد ضعیف پنهان است مگر خواسته شود</translation>
  </message>
  <message>
   <source>Where there is one, the image stands there in a window of its own</source>
   <translation>اگر صفحهٔ دومی باشد، تصویر آنجا در پنجرهٔ خودش می‌ایستد</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>پنجره</translation>
  </message>
  <message>
   <source>With the zone and its share of the lung</source>
   <translation>با ناحیه و سهم آن از ریه</translation>
  </message>
  <message>
   <source>megapixels</source>
   <translation>مگاپیکسل</translation>
  </message>
  <message>
   <source>min</source>
   <translation>دقیقه</translation>
  </message>
  <message>
   <source>off</source>
   <translation>خاموش</translation>
  </message>
  <message>
   <source>on</source>
   <translation>روشن</translation>
  </message>
  <message>
   <source>s</source>
   <translation>ثانیه</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>انصراف</translation>
  </message>
  <message>
   <source>Find a setting or a key</source>
   <translation>یافتن تنظیم یا کلید</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>کلیدها</translation>
  </message>
  <message>
   <source>No setting is called so.</source>
   <translation>تنظیمی با این نام نیست.</translation>
  </message>
  <message>
   <source>Pages of the settings</source>
   <translation>صفحه‌های تنظیمات</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>ذخیره</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>تنظیمات</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>All keys</source>
   <translation>همهٔ کلیدها</translation>
  </message>
  <message>
   <source>Basic</source>
   <translation>پایه</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>رونوشت</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>رونوشت فرمان</translation>
  </message>
  <message>
   <source>How shall it be trained?</source>
   <translation>چگونه آموزش داده شود؟</translation>
  </message>
  <message>
   <source>It will take {0} on this computer.</source>
   <translation>در این رایانه {0} طول می‌کشد.</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>بازنشانی همه</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>تنظیمات</translation>
  </message>
  <message>
   <source>The same from a terminal</source>
   <translation>همین از پایانه</translation>
  </message>
  <message>
   <source>{0} ({1} changed)</source>
   <translation>‏{0} ({1} تغییر)</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsSheet</name>
  <message>
   <source>Change keys…</source>
   <translation>تغییر کلیدها…</translation>
  </message>
  <message>
   <source>Keys and mouse</source>
   <translation>کلیدها و ماوس</translation>
  </message>
 </context>
 <context>
  <name>SourceChooser</name>
  <message>
   <source>A folder with one subfolder per class, with or without train, val and test above them; or a CSV or Parquet file with the columns path and label (and patient, split). Drop it here or choose it. The images are read where they lie and are never changed.</source>
   <translation>پوشه‌ای با یک زیرپوشه برای هر دسته، با یا بدون train، val و test بالای آن‌ها؛ یا پروندهٔ CSV یا Parquet با ستون‌های path و label (و patient، split). اینجا رها یا انتخاب کنید. تصاویر همان‌جا که هستند خوانده می‌شوند و هرگز تغییر نمی‌کنند.</translation>
  </message>
  <message>
   <source>CIFAR-10 (downloaded)</source>
   <translation>‏CIFAR-10 (بارگیری می‌شود)</translation>
  </message>
  <message>
   <source>Choose CSV or Parquet…</source>
   <translation>انتخاب CSV یا Parquet…</translation>
  </message>
  <message>
   <source>Choose a folder of labelled images</source>
   <translation>انتخاب پوشه‌ای از تصاویر برچسب‌دار</translation>
  </message>
  <message>
   <source>Choose a table of labelled images</source>
   <translation>انتخاب جدولی از تصاویر برچسب‌دار</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>انتخاب پوشه…</translation>
  </message>
  <message>
   <source>Fashion-MNIST (downloaded)</source>
   <translation>‏Fashion-MNIST (بارگیری می‌شود)</translation>
  </message>
  <message>
   <source>Handwritten digits (small, comes with the program)</source>
   <translation>ارقام دست‌نویس (کوچک، همراه برنامه)</translation>
  </message>
  <message>
   <source>Impressions of this worklist</source>
   <translation>برداشت‌های این فهرست کار</translation>
  </message>
  <message>
   <source>Labelled images</source>
   <translation>تصاویر برچسب‌دار</translation>
  </message>
  <message>
   <source>MNIST (downloaded)</source>
   <translation>‏MNIST (بارگیری می‌شود)</translation>
  </message>
  <message>
   <source>No impression is recorded in this worklist yet, so there is nothing to learn from it.</source>
   <translation>هنوز برداشتی در این فهرست کار ثبت نشده، پس چیزی برای آموختن از آن نیست.</translation>
  </message>
  <message>
   <source>Practice set</source>
   <translation>مجموعهٔ تمرین</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>اخیر</translation>
  </message>
  <message>
   <source>Tables of images (*.csv *.parquet)</source>
   <translation>جدول‌های تصاویر (*.csv *.parquet)</translation>
  </message>
  <message>
   <source>Your own impressions become the labels.</source>
   <translation>برداشت‌های خودتان برچسب می‌شوند.</translation>
  </message>
 </context>
 <context>
  <name>StatisticsDialog</name>
  <message>
   <source>95 % within</source>
   <translation>95 % در کمتر از</translation>
  </message>
  <message>
   <source>Arrival is when a file was first seen. Time during which the program was closed counts until a study is ranked, and a study that lay open over lunch counts as read that long.</source>
   <translation>رسیدن زمانی است که پرونده نخست دیده شد. زمان بسته بودن برنامه تا رتبه‌بندی بررسی شمرده می‌شود، و بررسی که هنگام ناهار باز مانده به همان اندازه خوانده‌شده به شمار می‌آید.</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>کور</translation>
  </message>
  <message>
   <source>By the day on which a study was last marked read, newest first.</source>
   <translation>بر پایهٔ روزی که بررسی آخرین بار خوانده‌شده نشان خورد، تازه‌ترین در بالا.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>روز</translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation>خروجی CSV…</translation>
  </message>
  <message>
   <source>From arrival to ranked</source>
   <translation>از رسیدن تا رتبه‌بندی</translation>
  </message>
  <message>
   <source>In the reader's hand until read</source>
   <translation>در دست خواننده تا خوانده شدن</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>میانه</translation>
  </message>
  <message>
   <source>No study has been marked read yet.</source>
   <translation>هنوز بررسی خوانده‌شده‌ای نیست.</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>خواننده</translation>
  </message>
  <message>
   <source>Reading statistics</source>
   <translation>آمار خوانش</translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation>در حال خواندن گزارش</translation>
  </message>
  <message>
   <source>Scores visible</source>
   <translation>امتیازها نمایان</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>بررسی‌ها</translation>
  </message>
  <message>
   <source>Studies read</source>
   <translation>بررسی‌های خوانده‌شده</translation>
  </message>
  <message>
   <source>The model against readers</source>
   <translation>مدل در برابر خوانندگان</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>زمان‌ها</translation>
  </message>
  <message>
   <source>Write these numbers as a table; no study and no patient is named</source>
   <translation>نوشتن این اعداد به صورت جدول؛ نام هیچ بررسی و بیماری نمی‌آید</translation>
  </message>
  <message>
   <source>{0} beside another model's score or none count nowhere.</source>
   <translation>‏{0} کنار امتیاز مدلی دیگر یا بدون امتیاز، هیچ‌جا شمرده نمی‌شوند.</translation>
  </message>
  <message>
   <source>{0} older lines are in the export.</source>
   <translation>‏{0} سطر قدیمی‌تر در خروجی است.</translation>
  </message>
  <message>
   <source>{0}, {1}, against the readers' impressions; 95 % Wilson intervals. Impressions that were made with scores visible are biased towards the model: trust the blind ones. A reader is no reference standard.</source>
   <translation>‏{0}، {1}، در برابر برداشت خوانندگان؛ بازه‌های Wilson 95 %. برداشت‌هایی که با دیدن امتیازها بوده‌اند به سوی مدل گرایش دارند: به برداشت‌های کور اعتماد کنید. خواننده معیار مرجع نیست.</translation>
  </message>
 </context>
 <context>
  <name>StatisticsRoom</name>
  <message>
   <source>Export the statistics</source>
   <translation>خروجی آمار</translation>
  </message>
  <message>
   <source>Statistics written</source>
   <translation>آمار نوشته شد</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>جدول (*.csv)</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>1 image done</source>
   <translation>1 تصویر انجام شد</translation>
  </message>
  <message>
   <source>Cancel scoring</source>
   <translation>لغو امتیازدهی</translation>
  </message>
  <message>
   <source>Cancel scoring; what is scored stays</source>
   <translation>لغو امتیازدهی؛ آنچه امتیاز گرفته می‌ماند</translation>
  </message>
  <message>
   <source>For reading only</source>
   <translation>فقط برای خواندن</translation>
  </message>
  <message>
   <source>Go on scoring</source>
   <translation>ادامهٔ امتیازدهی</translation>
  </message>
  <message>
   <source>Looking for images, {0} found</source>
   <translation>در جست‌وجوی تصاویر، {0} یافت شد</translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation>هیچ چیز از این رایانه خارج نمی‌شود</translation>
  </message>
  <message>
   <source>Pause scoring</source>
   <translation>مکث امتیازدهی</translation>
  </message>
  <message>
   <source>Paused at {0} of {1}</source>
   <translation>مکث در {0} از {1}</translation>
  </message>
  <message>
   <source>Progress of scoring</source>
   <translation>پیشرفت امتیازدهی</translation>
  </message>
  <message>
   <source>Reader: {0}</source>
   <translation>خواننده: {0}</translation>
  </message>
  <message>
   <source>Scoring {0} of {1}</source>
   <translation>امتیازدهی {0} از {1}</translation>
  </message>
  <message>
   <source>Who reads: kept with every impression. Click to change the name</source>
   <translation>چه کسی می‌خواند: با هر برداشت نگه‌داری می‌شود. برای تغییر نام کلیک کنید</translation>
  </message>
  <message>
   <source>{0:.1f} images/s</source>
   <translation>‏{0:.1f} تصویر بر ثانیه</translation>
  </message>
  <message>
   <source>{0} images done</source>
   <translation>‏{0} تصویر انجام شد</translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>Step {0} of {1}: {2}</source>
   <translation>گام {0} از {1}: {2}</translation>
  </message>
 </context>
 <context>
  <name>StudyDesk</name>
  <message>
   <source>Choose a study in the worklist.</source>
   <translation>یک بررسی از فهرست کار انتخاب کنید.</translation>
  </message>
 </context>
 <context>
  <name>ThresholdPanel</name>
  <message>
   <source>At sensitivity</source>
   <translation>در حساسیت</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>اعلام‌شده</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>دسته</translation>
  </message>
  <message>
   <source>From this probability on an image is called; arrow keys move by one image</source>
   <translation>از این احتمال به بالا تصویر اعلام می‌شود؛ کلیدهای جهت یک تصویر جابه‌جا می‌کنند</translation>
  </message>
  <message>
   <source>NPV</source>
   <translation>NPV</translation>
  </message>
  <message>
   <source>Not called</source>
   <translation>اعلام‌نشده</translation>
  </message>
  <message>
   <source>One side has no image, so its rate is not known.</source>
   <translation>یک سو تصویری ندارد، پس نرخ آن دانسته نیست.</translation>
  </message>
  <message>
   <source>Only {0} images do not show it: one of them moves specificity by {1} points.</source>
   <translation>تنها {0} تصویر آن را نشان نمی‌دهد: هر یک ویژگی را {1} واحد جابه‌جا می‌کند.</translation>
  </message>
  <message>
   <source>Only {0} images show it: one of them moves sensitivity by {1} points.</source>
   <translation>تنها {0} تصویر آن را نشان می‌دهد: هر یک حساسیت را {1} واحد جابه‌جا می‌کند.</translation>
  </message>
  <message>
   <source>PPV</source>
   <translation>PPV</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>شیوع</translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation>شیوع {0}</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>حساسیت</translation>
  </message>
  <message>
   <source>Share of images with this finding where you work; sets PPV and NPV</source>
   <translation>سهم تصاویری که در محل کار شما این یافته را دارند؛ PPV و NPV را تعیین می‌کند</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>ویژگی</translation>
  </message>
  <message>
   <source>The report has no thresholds for this class.</source>
   <translation>گزارش برای این دسته آستانه ندارد.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>آستانه</translation>
  </message>
  <message>
   <source>Threshold of {0} sensitivity</source>
   <translation>آستانهٔ حساسیت {0}</translation>
  </message>
  <message>
   <source>With {0}</source>
   <translation>با {0}</translation>
  </message>
  <message>
   <source>Without</source>
   <translation>بدون</translation>
  </message>
 </context>
 <context>
  <name>Thumbnails</name>
  <message>
   <source>{0} images of {1}</source>
   <translation>‏{0} تصویر از {1}</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Close this message</source>
   <translation>بستن این پیام</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>برو به آن</translation>
  </message>
  <message>
   <source>Go to the new study ({0})</source>
   <translation>برو به بررسی تازه ({0})</translation>
  </message>
 </context>
 <context>
  <name>ToolPill</name>
  <message>
   <source>All that can be done to the view (right click)</source>
   <translation>هر کاری که با نما می‌توان کرد (کلیک راست)</translation>
  </message>
  <message>
   <source>Class and opacity of the heat map</source>
   <translation>دسته و تیرگی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>More</source>
   <translation>بیشتر</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Model and device: {0}</source>
   <translation>مدل و دستگاه: {0}</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>باز کردن پوشه</translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>فهرست کار</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Beside the risk stand the thresholds of the model with their sensitivity and specificity, and what it does not look for. “Why?” opens the manual where it explains what you see.</source>
   <translation>کنار خطر، آستانه‌های مدل با حساسیت و ویژگی آن‌ها آمده است، و آنچه مدل به دنبالش نیست. «چرا؟» کتابچهٔ راهنما را همان‌جا باز می‌کند که آنچه می‌بینید توضیح داده شده است.</translation>
  </message>
  <message>
   <source>Left drag changes window and level, right drag zooms, the wheel goes through the images of a study. {0} shows or hides the heat map: it tells what raised the number, not where disease is.</source>
   <translation>کشیدن با چپ پنجره و سطح را تغییر می‌دهد، کشیدن با راست بزرگ‌نمایی می‌کند و چرخ میان تصاویر یک بررسی می‌رود. {0} نقشهٔ حرارتی را نشان می‌دهد یا پنهان می‌کند: نقشه می‌گوید چه چیزی عدد را بالا برد، نه اینکه بیماری کجاست.</translation>
  </message>
  <message>
   <source>Open a folder ({0}) or drop one here. Every study is scored in the background, and those with the higher risk rise. What could not be scored stands together and says why. {1} and {2} go down and up.</source>
   <translation>پوشه‌ای باز کنید ({0}) یا اینجا رها کنید. هر بررسی در پس‌زمینه امتیاز می‌گیرد و آن‌هایی که خطر بیشتری دارند بالا می‌آیند. آنچه امتیازدهی نشد یک‌جا می‌ایستد و دلیلش را می‌گوید. {1} و {2} پایین و بالا می‌روند.</translation>
  </message>
  <message>
   <source>Say what you see under “Your impression”; {0} marks the study read and goes to the next unread. {1} opens the manual, {2} lists all keys, and this tour waits in the Help menu.</source>
   <translation>زیر «برداشت شما» بگویید چه می‌بینید؛ {0} بررسی را خوانده‌شده می‌کند و به نخوانده‌شدهٔ بعدی می‌رود. {1} کتابچهٔ راهنما را باز می‌کند، {2} همهٔ کلیدها را فهرست می‌کند، و این گشت در منوی راهنما می‌ماند.</translation>
  </message>
  <message>
   <source>The image</source>
   <translation>تصویر</translation>
  </message>
  <message>
   <source>The list sorts itself</source>
   <translation>فهرست خودبه‌خود مرتب می‌شود</translation>
  </message>
  <message>
   <source>What a number is worth</source>
   <translation>ارزش یک عدد</translation>
  </message>
  <message>
   <source>Your word counts</source>
   <translation>حرف شما به حساب می‌آید</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>بدون کلید</translation>
  </message>
 </context>
 <context>
  <name>TrainingCommand</name>
  <message>
   <source>The command could not be started.</source>
   <translation>فرمان آغاز نشد.</translation>
  </message>
  <message>
   <source>The command ended without a word. The log says more.</source>
   <translation>فرمان بی‌پیام پایان یافت. گزارش بیشتر می‌گوید.</translation>
  </message>
 </context>
 <context>
  <name>TrainingRun</name>
  <message>
   <source>The training was ended from outside, by the system or by another program.</source>
   <translation>آموزش از بیرون، به دست سامانه یا برنامه‌ای دیگر، پایان یافت.</translation>
  </message>
 </context>
 <context>
  <name>TrainingWizard</name>
  <message>
   <source>Back</source>
   <translation>بازگشت</translation>
  </message>
  <message>
   <source>Calibrate</source>
   <translation>واسنجی</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>داده‌ها</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>ارزیابی</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>بعدی</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>انتشار</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>دستور</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>اجرا</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>تنظیمات</translation>
  </message>
  <message>
   <source>Start training</source>
   <translation>آغاز آموزش</translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation>آموزش مدل</translation>
  </message>
 </context>
 <context>
  <name>VerdictMarks</name>
  <message>
   <source>Agree with the model about {0}</source>
   <translation>هم‌نظر با مدل دربارهٔ {0}</translation>
  </message>
  <message>
   <source>Disagree with the model about {0}</source>
   <translation>ناهم‌نظر با مدل دربارهٔ {0}</translation>
  </message>
  <message>
   <source>Where the class is chosen: {0}</source>
   <translation>وقتی دسته برگزیده است: {0}</translation>
  </message>
 </context>
 <context>
  <name>ViewerStage</name>
  <message>
   <source>Second image</source>
   <translation>تصویر دوم</translation>
  </message>
 </context>
 <context>
  <name>WeightsChoice</name>
  <message>
   <source>File {0}</source>
   <translation>پروندهٔ {0}</translation>
  </message>
  <message>
   <source>From scratch</source>
   <translation>از صفر</translation>
  </message>
  <message>
   <source>ImageNet, downloaded once (about {0} MB)</source>
   <translation>‏ImageNet، یک‌بار بارگیری می‌شود (حدود {0} MB)</translation>
  </message>
  <message>
   <source>Initial weights</source>
   <translation>وزن‌های آغازین</translation>
  </message>
  <message>
   <source>Learnt on everyday photographs. Fetched from the internet the first time; nothing of yours is sent.</source>
   <translation>آموخته از عکس‌های روزمره. بار نخست از اینترنت گرفته می‌شود؛ چیزی از شما فرستاده نمی‌شود.</translation>
  </message>
  <message>
   <source>Model {0}</source>
   <translation>مدل {0}</translation>
  </message>
  <message>
   <source>Random weights: nothing is downloaded, and it takes more images and more epochs.</source>
   <translation>وزن‌های تصادفی: چیزی بارگیری نمی‌شود، و تصاویر و دوره‌های بیشتری می‌خواهد.</translation>
  </message>
  <message>
   <source>Run {0}</source>
   <translation>اجرای {0}</translation>
  </message>
  <message>
   <source>Run: {0}, {1}</source>
   <translation>اجرا: {0}، {1}</translation>
  </message>
  <message>
   <source>Starts from the best epoch of this run.</source>
   <translation>از بهترین دورهٔ این اجرا آغاز می‌کند.</translation>
  </message>
  <message>
   <source>Starts from what this model has learnt; no download.</source>
   <translation>از آنچه این مدل آموخته آغاز می‌کند؛ بدون بارگیری.</translation>
  </message>
  <message>
   <source>This recipe keeps most of {0} as it is, so random weights would never learn. Train “Pretrain a backbone” first and start from that run.</source>
   <translation>این دستور بیشتر {0} را همان‌گونه نگه می‌دارد، پس وزن‌های تصادفی هرگز نمی‌آموزند. نخست «Pretrain a backbone» را آموزش دهید و از آن اجرا آغاز کنید.</translation>
  </message>
 </context>
 <context>
  <name>WindowCommands</name>
  <message>
   <source>Correct and score</source>
   <translation>اصلاح و امتیازدهی</translation>
  </message>
 </context>
 <context>
  <name>WorklistHeader</name>
  <message>
   <source>Click to sort, Shift+click to sort by one more column</source>
   <translation>کلیک برای مرتب‌سازی، Shift+کلیک برای یک ستون دیگر</translation>
  </message>
  <message>
   <source>Columns as at first</source>
   <translation>ستون‌ها مانند آغاز</translation>
  </message>
  <message>
   <source>Headings of the worklist</source>
   <translation>سرستون‌های فهرست کار</translation>
  </message>
 </context>
 <context>
  <name>WorklistPanel</name>
  <message>
   <source>Click to clear the filter (Esc)</source>
   <translation>برای پاک کردن پالایه کلیک کنید (Esc)</translation>
  </message>
  <message>
   <source>Click to show only these, again to show all</source>
   <translation>کلیک: تنها این‌ها؛ دوباره: همه</translation>
  </message>
  <message>
   <source>{0} STAT</source>
   <translation>{0} STAT</translation>
  </message>
  <message>
   <source>{0} above</source>
   <translation>‏{0} بالا</translation>
  </message>
  <message>
   <source>{0} above both operating points</source>
   <translation>‏{0} بالای هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>{0} disagree</source>
   <translation>‏{0} اختلاف</translation>
  </message>
  <message>
   <source>{0} not scored</source>
   <translation>‏{0} بدون امتیاز</translation>
  </message>
  <message>
   <source>{0} of {1} shown</source>
   <translation>‏{0} از {1} نمایان</translation>
  </message>
  <message>
   <source>{0} unread</source>
   <translation>‏{0} نخوانده</translation>
  </message>
 </context>
 <context>
  <name>WorklistTools</name>
  <message>
   <source>&amp;Copy</source>
   <translation>رونوشت</translation>
  </message>
  <message>
   <source>&amp;Not scored studies only</source>
   <translation>تنها بررسی‌های بدون امتیاز</translation>
  </message>
  <message>
   <source>&amp;Risk and state of scoring</source>
   <translation>خطر و وضعیت امتیازدهی</translation>
  </message>
  <message>
   <source>&amp;Urgency</source>
   <translation>فوریت</translation>
  </message>
  <message>
   <source>State of r&amp;eading</source>
   <translation>وضعیت خوانش</translation>
  </message>
  <message>
   <source>Unfold &amp;all groups</source>
   <translation>باز کردن همهٔ گروه‌ها</translation>
  </message>
 </context>
 <context>
  <name>WorklistView</name>
  <message>
   <source>Worklist</source>
   <translation>فهرست کار</translation>
  </message>
 </context>
 <context>
  <name>about</name>
  <message>
   <source>As each package states it. Their licences also cover libraries that they bring with them.</source>
   <translation>آن‌گونه که هر بسته خود گفته است. مجوزهای آن‌ها کتابخانه‌هایی را هم که با خود می‌آورند در بر می‌گیرد.</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>مجموعه</translation>
  </message>
  <message>
   <source>Digest of its card</source>
   <translation>چکیدهٔ کارت آن</translation>
  </message>
  <message>
   <source>Fonts</source>
   <translation>قلم‌ها</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>تصاویر</translation>
  </message>
  <message>
   <source>Images that the models learned from</source>
   <translation>تصاویری که مدل‌ها از آن‌ها آموخته‌اند</translation>
  </message>
  <message>
   <source>Inter, Vazirmatn, Noto Sans Hebrew and Noto Sans CJK TC, under the SIL Open Font License 1.1. Its text lies beside each font; reports that are written as PDF or HTML carry the letters they use.</source>
   <translation>‏Inter، Vazirmatn، Noto Sans Hebrew و Noto Sans CJK TC، با مجوز SIL Open Font License 1.1. متن آن کنار هر قلم است؛ گزارش‌هایی که به صورت PDF یا HTML نوشته می‌شوند حروفی را که به کار می‌برند همراه دارند.</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>مجوز</translation>
  </message>
  <message>
   <source>MIT License. Copyright © 2026 the cxr-desktop founders. It comes without any warranty.</source>
   <translation>‏MIT License. Copyright © 2026 the cxr-desktop founders. بدون هیچ ضمانتی ارائه می‌شود.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>بسته</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>بسته‌ها</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>جزء</translation>
  </message>
  <message>
   <source>Qt and PySide6</source>
   <translation>‏Qt و PySide6</translation>
  </message>
  <message>
   <source>Some of these collections are for research or non-commercial use only. Whether a model may be used commercially that learned from them is for their owners to say; this project has not asked.</source>
   <translation>برخی از این مجموعه‌ها تنها برای پژوهش یا کاربرد غیرتجاری‌اند. اینکه مدلی که از آن‌ها آموخته می‌تواند کاربرد تجاری داشته باشد یا نه با صاحبان آن‌هاست؛ این پروژه نپرسیده است.</translation>
  </message>
  <message>
   <source>System</source>
   <translation>سامانه</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>شرایط</translation>
  </message>
  <message>
   <source>This program</source>
   <translation>این برنامه</translation>
  </message>
  <message>
   <source>This program uses Qt and Qt for Python (PySide6, Shiboken6) under the GNU Lesser General Public License, version 3. They are separate libraries that it loads when it starts, unchanged: you may replace them by your own build of the same version, and you may take the program apart as far as that needs. Their source is at code.qt.io, the licence at www.gnu.org/licenses/lgpl-3.0.html.</source>
   <translation>این برنامه Qt و Qt for Python (PySide6، Shiboken6) را با مجوز GNU Lesser General Public License، نسخهٔ 3، به کار می‌برد. آن‌ها کتابخانه‌های جداگانه‌ای‌اند که برنامه هنگام آغاز، بدون تغییر، بارگذاری می‌کند: می‌توانید ساخت خودتان از همان نسخه را جایگزینشان کنید، و تا جایی که این کار می‌خواهد برنامه را مهندسی معکوس کنید. متن منبع آن‌ها در code.qt.io است و مجوز در www.gnu.org/licenses/lgpl-3.0.html.</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>نسخه</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>نصب نیست</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>گفته نشده</translation>
  </message>
  <message>
   <source>see its own files</source>
   <translation>پرونده‌های خودش را ببینید</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About</source>
   <translation>درباره</translation>
  </message>
  <message>
   <source>&amp;Accession number</source>
   <translation>شمارهٔ پذیرش</translation>
  </message>
  <message>
   <source>&amp;Agree with the model</source>
   <translation>هم‌نظر با مدل</translation>
  </message>
  <message>
   <source>&amp;Audit log…</source>
   <translation>گزارش ممیزی…</translation>
  </message>
  <message>
   <source>&amp;Blind-first reading</source>
   <translation>خوانش کور</translation>
  </message>
  <message>
   <source>&amp;Cancel scoring</source>
   <translation>لغو امتیازدهی</translation>
  </message>
  <message>
   <source>&amp;Close folder</source>
   <translation>بستن پوشه</translation>
  </message>
  <message>
   <source>&amp;Compact rows</source>
   <translation>ردیف‌های فشرده</translation>
  </message>
  <message>
   <source>&amp;Correct and score</source>
   <translation>اصلاح و امتیازدهی</translation>
  </message>
  <message>
   <source>&amp;Disagree with the model</source>
   <translation>ناهم‌نظر با مدل</translation>
  </message>
  <message>
   <source>&amp;Export results…</source>
   <translation>خروجی گرفتن از نتایج…</translation>
  </message>
  <message>
   <source>&amp;File paths</source>
   <translation>مسیر پرونده‌ها</translation>
  </message>
  <message>
   <source>&amp;Find in worklist</source>
   <translation>یافتن در فهرست کار</translation>
  </message>
  <message>
   <source>&amp;Findings</source>
   <translation>یافته‌ها</translation>
  </message>
  <message>
   <source>&amp;First come, first served</source>
   <translation>به ترتیب رسیدن</translation>
  </message>
  <message>
   <source>&amp;Go to the new study</source>
   <translation>برو به بررسی تازه</translation>
  </message>
  <message>
   <source>&amp;Hide patient identity</source>
   <translation>پنهان کردن هویت بیمار</translation>
  </message>
  <message>
   <source>&amp;High</source>
   <translation>بالا</translation>
  </message>
  <message>
   <source>&amp;Keys and mouse</source>
   <translation>کلیدها و ماوس</translation>
  </message>
  <message>
   <source>&amp;Light theme</source>
   <translation>پوستهٔ روشن</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>کتابچهٔ راهنما</translation>
  </message>
  <message>
   <source>&amp;Next study</source>
   <translation>بررسی بعدی</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>باز کردن</translation>
  </message>
  <message>
   <source>&amp;Open folder…</source>
   <translation>باز کردن پوشه…</translation>
  </message>
  <message>
   <source>&amp;Pause scoring</source>
   <translation>مکث امتیازدهی</translation>
  </message>
  <message>
   <source>&amp;Previous study</source>
   <translation>بررسی قبلی</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>خروج</translation>
  </message>
  <message>
   <source>&amp;Record and show scores</source>
   <translation>ثبت و نمایش امتیازها</translation>
  </message>
  <message>
   <source>&amp;Routine</source>
   <translation>عادی</translation>
  </message>
  <message>
   <source>&amp;STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>&amp;Score anyway…</source>
   <translation>به هر حال امتیاز بده…</translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation>تنظیمات…</translation>
  </message>
  <message>
   <source>&amp;Small pictures</source>
   <translation>تصاویر کوچک</translation>
  </message>
  <message>
   <source>&amp;Tour of the window</source>
   <translation>گشت در پنجره</translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model (full edition)</source>
   <translation>آموزش یا واسنجی مدل (ویرایش کامل)</translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model…</source>
   <translation>آموزش یا واسنجی مدل…</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>واگرد</translation>
  </message>
  <message>
   <source>&amp;Unsure</source>
   <translation>نامطمئن</translation>
  </message>
  <message>
   <source>&amp;Watch the folder</source>
   <translation>پایش پوشه</translation>
  </message>
  <message>
   <source>&amp;Worklist</source>
   <translation>فهرست کار</translation>
  </message>
  <message>
   <source>&amp;Write free text</source>
   <translation>نوشتن متن آزاد</translation>
  </message>
  <message>
   <source>A blind impression is final</source>
   <translation>برداشت کور نهایی است</translation>
  </message>
  <message>
   <source>A small picture of each study in the list</source>
   <translation>تصویر کوچکی از هر بررسی در فهرست</translation>
  </message>
  <message>
   <source>Agree about the &amp;class shown</source>
   <translation>هم‌نظر دربارهٔ دستهٔ نمایان</translation>
  </message>
  <message>
   <source>Agreement with the model, waits and reading times</source>
   <translation>هم‌نظری با مدل، انتظارها و زمان‌های خوانش</translation>
  </message>
  <message>
   <source>All keys on one sheet</source>
   <translation>همهٔ کلیدها در یک برگه</translation>
  </message>
  <message>
   <source>As &amp;ordered</source>
   <translation>همان‌گونه که درخواست شده</translation>
  </message>
  <message>
   <source>As a &amp;table</source>
   <translation>به صورت جدول</translation>
  </message>
  <message>
   <source>Ask for a number against the advice</source>
   <translation>درخواست عدد برخلاف توصیه</translation>
  </message>
  <message>
   <source>Change how the program works</source>
   <translation>تغییر شیوهٔ کار برنامه</translation>
  </message>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation>انتخاب پوشه‌ای از پرتونگاری‌ها</translation>
  </message>
  <message>
   <source>Choose, keep, rename or delete a filter</source>
   <translation>انتخاب، نگه‌داری، تغییر نام یا حذف پالایه</translation>
  </message>
  <message>
   <source>Close the program; results are kept</source>
   <translation>بستن برنامه؛ نتایج نگه‌داری می‌شود</translation>
  </message>
  <message>
   <source>Dark letters on light panels</source>
   <translation>نوشتهٔ تیره بر زمینهٔ روشن</translation>
  </message>
  <message>
   <source>Disa&amp;gree about the class shown</source>
   <translation>ناهم‌نظر دربارهٔ دستهٔ نمایان</translation>
  </message>
  <message>
   <source>Do to the image what the check of it offers</source>
   <translation>آنچه وارسی پیشنهاد می‌کند با تصویر انجام بده</translation>
  </message>
  <message>
   <source>Empty the worklist; results are kept</source>
   <translation>خالی کردن فهرست کار؛ نتایج نگه‌داری می‌شود</translation>
  </message>
  <message>
   <source>Four steps, as at the first start</source>
   <translation>چهار گام، مانند نخستین آغاز برنامه</translation>
  </message>
  <message>
   <source>Go down the worklist</source>
   <translation>پایین رفتن در فهرست کار</translation>
  </message>
  <message>
   <source>Go to the filter field</source>
   <translation>رفتن به خانهٔ پالایه</translation>
  </message>
  <message>
   <source>Go to the free text of your impression</source>
   <translation>رفتن به متن آزاد برداشت شما</translation>
  </message>
  <message>
   <source>Go to the next study that nobody has read</source>
   <translation>رفتن به بررسی بعدی که کسی نخوانده است</translation>
  </message>
  <message>
   <source>Go up the worklist</source>
   <translation>بالا رفتن در فهرست کار</translation>
  </message>
  <message>
   <source>I cannot say whether the model is right</source>
   <translation>نمی‌توانم بگویم مدل درست می‌گوید یا نه</translation>
  </message>
  <message>
   <source>It is wrong about the chosen class</source>
   <translation>مدل دربارهٔ دستهٔ برگزیده نادرست می‌گوید</translation>
  </message>
  <message>
   <source>It is wrong, I think</source>
   <translation>به گمانم نادرست است</translation>
  </message>
  <message>
   <source>Learn from labelled images, or fit a model to this site</source>
   <translation>یادگیری از تصاویر برچسب‌دار، یا هماهنگ کردن مدل با این مرکز</translation>
  </message>
  <message>
   <source>Look at the study (Enter in the list)</source>
   <translation>نگاه به بررسی (Enter در فهرست)</translation>
  </message>
  <message>
   <source>Mark &amp;read</source>
   <translation>علامت خوانده‌شده</translation>
  </message>
  <message>
   <source>Mark read and next unread</source>
   <translation>علامت خوانده‌شده و نخوانده‌شدهٔ بعدی</translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation>این بررسی را خوانده‌شده کن و به نخوانده‌شدهٔ بعدی برو</translation>
  </message>
  <message>
   <source>Mark un&amp;read</source>
   <translation>علامت نخوانده</translation>
  </message>
  <message>
   <source>Model &amp;card</source>
   <translation>کارت مدل</translation>
  </message>
  <message>
   <source>New files appear and are scored by themselves</source>
   <translation>پرونده‌های تازه پدیدار می‌شوند و خودبه‌خود امتیاز می‌گیرند</translation>
  </message>
  <message>
   <source>Next &amp;unread</source>
   <translation>نخوانده‌شدهٔ بعدی</translation>
  </message>
  <message>
   <source>No names, IDs or folders</source>
   <translation>بدون نام، شناسه یا پوشه</translation>
  </message>
  <message>
   <source>No scores before your impression is recorded</source>
   <translation>تا برداشت شما ثبت نشود امتیازی نشان داده نمی‌شود</translation>
  </message>
  <message>
   <source>Of all images of the chosen studies</source>
   <translation>از همهٔ تصاویر بررسی‌های برگزیده</translation>
  </message>
  <message>
   <source>Of the chosen studies</source>
   <translation>از بررسی‌های برگزیده</translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation>یک خط برای هر بررسی</translation>
  </message>
  <message>
   <source>Opens at the page that goes with where you are</source>
   <translation>در صفحه‌ای باز می‌شود که به جای کنونی شما مربوط است</translation>
  </message>
  <message>
   <source>Order by arrival instead of risk</source>
   <translation>ترتیب بر پایهٔ رسیدن به جای خطر</translation>
  </message>
  <message>
   <source>Order of t&amp;riage</source>
   <translation>ترتیب تریاژ</translation>
  </message>
  <message>
   <source>Patient &amp;ID</source>
   <translation>شناسهٔ بیمار</translation>
  </message>
  <message>
   <source>Reader's &amp;name…</source>
   <translation>نام خواننده…</translation>
  </message>
  <message>
   <source>Reading &amp;statistics…</source>
   <translation>آمار خوانش…</translation>
  </message>
  <message>
   <source>Sa&amp;ved filters</source>
   <translation>پالایه‌های ذخیره‌شده</translation>
  </message>
  <message>
   <source>Say what you see, or take it back</source>
   <translation>بگویید چه می‌بینید، یا پس بگیرید</translation>
  </message>
  <message>
   <source>Score again with borders, markers and all but the lungs hidden</source>
   <translation>امتیازدهی دوباره با پوشاندن حاشیه‌ها، نشانه‌ها و همه چیز جز ریه‌ها</translation>
  </message>
  <message>
   <source>Show in &amp;file manager</source>
   <translation>نمایش در مدیر پرونده</translation>
  </message>
  <message>
   <source>Show or hide the findings</source>
   <translation>نمایش یا پنهان کردن یافته‌ها</translation>
  </message>
  <message>
   <source>Show or hide the worklist</source>
   <translation>نمایش یا پنهان کردن فهرست کار</translation>
  </message>
  <message>
   <source>Show the map that came with the score</source>
   <translation>نمایش نقشه‌ای که با امتیاز آمده است</translation>
  </message>
  <message>
   <source>Sort by no column</source>
   <translation>بدون مرتب‌سازی ستونی</translation>
  </message>
  <message>
   <source>Stop after the images in hand</source>
   <translation>توقف پس از تصاویر در دست</translation>
  </message>
  <message>
   <source>Stop computing the heat &amp;map</source>
   <translation>توقف محاسبهٔ نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Tables, reports, pictures and DICOM objects</source>
   <translation>جدول‌ها، گزارش‌ها، تصاویر و اشیای DICOM</translation>
  </message>
  <message>
   <source>Take back the last marking or impression</source>
   <translation>پس گرفتن آخرین علامت یا برداشت</translation>
  </message>
  <message>
   <source>Test for s&amp;hortcuts</source>
   <translation>آزمون میان‌بر</translation>
  </message>
  <message>
   <source>The chosen studies are read</source>
   <translation>بررسی‌های برگزیده خوانده شده‌اند</translation>
  </message>
  <message>
   <source>The chosen studies are to be read at once</source>
   <translation>بررسی‌های برگزیده باید بی‌درنگ خوانده شوند</translation>
  </message>
  <message>
   <source>The chosen studies are to be read in their turn</source>
   <translation>بررسی‌های برگزیده در نوبت خود خوانده می‌شوند</translation>
  </message>
  <message>
   <source>The chosen studies are to be read soon</source>
   <translation>بررسی‌های برگزیده باید زود خوانده شوند</translation>
  </message>
  <message>
   <source>The chosen studies are unread again</source>
   <translation>بررسی‌های برگزیده دوباره نخوانده‌اند</translation>
  </message>
  <message>
   <source>The chosen studies in the columns that are shown</source>
   <translation>بررسی‌های برگزیده در ستون‌های نمایان</translation>
  </message>
  <message>
   <source>The folder that holds the image</source>
   <translation>پوشه‌ای که تصویر در آن است</translation>
  </message>
  <message>
   <source>The model is right about the chosen class</source>
   <translation>مدل دربارهٔ دستهٔ برگزیده درست می‌گوید</translation>
  </message>
  <message>
   <source>The model's answer is right, I think</source>
   <translation>به گمانم پاسخ مدل درست است</translation>
  </message>
  <message>
   <source>The one that was announced last</source>
   <translation>آخرین بررسی که اعلام شد</translation>
  </message>
  <message>
   <source>The urgency that came with the chosen studies</source>
   <translation>فوریتی که با بررسی‌های برگزیده آمده</translation>
  </message>
  <message>
   <source>This is the triage edition, which reads and scores. Install the full edition to train.</source>
   <translation>این ویرایش تریاژ است که می‌خواند و امتیاز می‌دهد. برای آموزش، ویرایش کامل را نصب کنید.</translation>
  </message>
  <message>
   <source>Turn &amp;left for scoring</source>
   <translation>چرخاندن به چپ برای امتیازدهی</translation>
  </message>
  <message>
   <source>Turn ri&amp;ght for scoring</source>
   <translation>چرخاندن به راست برای امتیازدهی</translation>
  </message>
  <message>
   <source>Turn the image and score again</source>
   <translation>تصویر را بچرخان و دوباره امتیاز بده</translation>
  </message>
  <message>
   <source>Versions, licences of all parts, intended use</source>
   <translation>نسخه‌ها، مجوزهای همهٔ اجزا، کاربرد در نظر گرفته‌شده</translation>
  </message>
  <message>
   <source>What has changed from version to version</source>
   <translation>آنچه از نسخه‌ای به نسخهٔ دیگر تغییر کرده است</translation>
  </message>
  <message>
   <source>What is scored stays</source>
   <translation>آنچه امتیاز گرفته می‌ماند</translation>
  </message>
  <message>
   <source>What the model is for, and every number of it</source>
   <translation>مدل برای چیست، و همهٔ اعداد آن</translation>
  </message>
  <message>
   <source>What was scored against the advice, or corrected, and when</source>
   <translation>چه چیزی خلاف توصیه امتیاز گرفته یا اصلاح شده، و کی</translation>
  </message>
  <message>
   <source>What's &amp;new</source>
   <translation>تازه‌ها</translation>
  </message>
  <message>
   <source>Who reads: kept with every impression</source>
   <translation>چه کسی می‌خواند: با هر برداشت نگه‌داری می‌شود</translation>
  </message>
 </context>
 <context>
  <name>audit</name>
  <message>
   <source>Black and white exchanged</source>
   <translation>سیاه و سفید جابه‌جا شد</translation>
  </message>
  <message>
   <source>Impression (blind): {0}</source>
   <translation>برداشت (کور): {0}</translation>
  </message>
  <message>
   <source>Impression taken back</source>
   <translation>برداشت پس گرفته شد</translation>
  </message>
  <message>
   <source>Impression: {0}</source>
   <translation>برداشت: {0}</translation>
  </message>
  <message>
   <source>Marked read</source>
   <translation>نشان خوانده‌شده</translation>
  </message>
  <message>
   <source>Marked unread</source>
   <translation>نشان نخوانده</translation>
  </message>
  <message>
   <source>Scored against the advice</source>
   <translation>برخلاف توصیه امتیازدهی شد</translation>
  </message>
  <message>
   <source>Study …{0}</source>
   <translation>بررسی …{0}</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>پس گرفته شد</translation>
  </message>
  <message>
   <source>Taken back: {0}</source>
   <translation>پس گرفته شد: {0}</translation>
  </message>
  <message>
   <source>Undone: {0}</source>
   <translation>واگرد شد: {0}</translation>
  </message>
  <message>
   <source>Urgency: {0}</source>
   <translation>فوریت: {0}</translation>
  </message>
  <message>
   <source>score against the advice</source>
   <translation>امتیاز برخلاف توصیه</translation>
  </message>
 </context>
 <context>
  <name>card_facts</name>
  <message>
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>چکیده</translation>
  </message>
  <message>
   <source>Looks for</source>
   <translation>به دنبال</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>نام</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>نقطهٔ کار</translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation>مرتب‌سازی بر پایهٔ</translation>
  </message>
  <message>
   <source>{0} at {1}, specificity {2}</source>
   <translation>‏{0} در {1}، ویژگی {2}</translation>
  </message>
 </context>
 <context>
  <name>catalogue</name>
  <message>
   <source>; then </source>
   <translation>؛ سپس </translation>
  </message>
  <message>
   <source>Deep-COVID, COVID-19 images × 5</source>
   <translation>‏Deep-COVID، تصاویر COVID-19 × 5</translation>
  </message>
  <message>
   <source>Deep-COVID: COVID-19 or not</source>
   <translation>‏Deep-COVID: COVID-19 یا نه</translation>
  </message>
  <message>
   <source>Fine-tune the bundled model</source>
   <translation>تنظیم دقیق مدل همراه</translation>
  </message>
  <message>
   <source>Four classes at once</source>
   <translation>چهار دسته با هم</translation>
  </message>
  <message>
   <source>From scratch, without a download</source>
   <translation>از صفر، بدون بارگیری</translation>
  </message>
  <message>
   <source>Pneumonia in two phases</source>
   <translation>پنومونی در دو مرحله</translation>
  </message>
  <message>
   <source>Pneumonia, deep networks cut inside</source>
   <translation>پنومونی، شبکه‌های ژرف بریده از درون</translation>
  </message>
  <message>
   <source>SCNNB: small pictures</source>
   <translation>‏SCNNB: تصاویر کوچک</translation>
  </message>
  <message>
   <source>everything</source>
   <translation>همه چیز</translation>
  </message>
  <message>
   <source>only the last layers</source>
   <translation>تنها لایه‌های آخر</translation>
  </message>
  <message>
   <source>the last layers and some in the middle</source>
   <translation>لایه‌های آخر و برخی در میانه</translation>
  </message>
  <message>
   <source>{0}, {1} epochs</source>
   <translation>‏{0}، {1} دوره</translation>
  </message>
 </context>
 <context>
  <name>column_words</name>
  <message>
   <source>Above both operating points</source>
   <translation>بالای هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>Below both operating points</source>
   <translation>زیر هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>Between the operating points</source>
   <translation>میان دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>Cropped</source>
   <translation>بریده</translation>
  </message>
  <message>
   <source>Frontal chest</source>
   <translation>روبه‌روی قفسهٔ سینه</translation>
  </message>
  <message>
   <source>High priority</source>
   <translation>فوریت بالا</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>در حال خوانش</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>وارونه</translation>
  </message>
  <message>
   <source>Lateral chest</source>
   <translation>جانبی قفسهٔ سینه</translation>
  </message>
  <message>
   <source>Not a chest</source>
   <translation>قفسهٔ سینه نیست</translation>
  </message>
  <message>
   <source>Not images</source>
   <translation>تصویر نیستند</translation>
  </message>
  <message>
   <source>Not scored: please look at these</source>
   <translation>بدون امتیاز: لطفاً به این‌ها نگاه کنید</translation>
  </message>
  <message>
   <source>Nothing to see</source>
   <translation>چیزی دیده نمی‌شود</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>خوانده شد</translation>
  </message>
  <message>
   <source>Routine</source>
   <translation>عادی</translation>
  </message>
  <message>
   <source>STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>Turned</source>
   <translation>چرخیده</translation>
  </message>
  <message>
   <source>Unfamiliar</source>
   <translation>ناآشنا</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>نخوانده</translation>
  </message>
  <message>
   <source>Waiting to be scored</source>
   <translation>در انتظار امتیازدهی</translation>
  </message>
  <message>
   <source>scored on request</source>
   <translation>به درخواست امتیازدهی شد</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>متوقف</translation>
  </message>
  <message>
   <source>usable</source>
   <translation>قابل استفاده</translation>
  </message>
 </context>
 <context>
  <name>dialogs</name>
  <message>
   <source>Alt+wheel</source>
   <translation>‏Alt+چرخ</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>دو بار زدن</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Export the audit log</source>
   <translation>خروجی گزارش ممیزی</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>تمام‌صفحه</translation>
  </message>
  <message>
   <source>Go to the image</source>
   <translation>رفتن به تصویر</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>تصویر</translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation>کشیدن با چپ</translation>
  </message>
  <message>
   <source>Left drag on a measurement</source>
   <translation>کشیدن با چپ روی اندازه</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>اندازه‌گیری</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>منو</translation>
  </message>
  <message>
   <source>Middle drag,  Space+drag</source>
   <translation>کشیدن با میانی،  Space+کشیدن</translation>
  </message>
  <message>
   <source>Mouse on the image</source>
   <translation>ماوس روی تصویر</translation>
  </message>
  <message>
   <source>Move it, or one of its points</source>
   <translation>جابه‌جا کردن آن، یا یکی از نقطه‌هایش</translation>
  </message>
  <message>
   <source>Move the image</source>
   <translation>جابه‌جا کردن تصویر</translation>
  </message>
  <message>
   <source>Next or previous image of the study</source>
   <translation>تصویر بعدی یا قبلی بررسی</translation>
  </message>
  <message>
   <source>Opacity of the heat map</source>
   <translation>تیرگی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>باز کردن پوشه</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>برنامه</translation>
  </message>
  <message>
   <source>Put the tool down</source>
   <translation>کنار گذاشتن ابزار</translation>
  </message>
  <message>
   <source>Right click</source>
   <translation>کلیک راست</translation>
  </message>
  <message>
   <source>Right drag,  Ctrl+wheel</source>
   <translation>کشیدن با راست،  Ctrl+چرخ</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>بررسی</translation>
  </message>
  <message>
   <source>Study not open</source>
   <translation>بررسی باز نیست</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>جدول (*.csv)</translation>
  </message>
  <message>
   <source>Two images, pictures</source>
   <translation>دو تصویر، عکس‌ها</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>چرخ</translation>
  </message>
  <message>
   <source>Window and level, or the tool in hand</source>
   <translation>پنجره و سطح، یا ابزار در دست</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>پنجره‌های آماده</translation>
  </message>
  <message>
   <source>Your impression, by the place of its button</source>
   <translation>برداشت شما، به ترتیب جای دکمه</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>بزرگ‌نمایی</translation>
  </message>
 </context>
 <context>
  <name>evidence</name>
  <message>
   <source>{0} sens.</source>
   <translation>حساسیت {0}</translation>
  </message>
  <message>
   <source>{0} spec.</source>
   <translation>ویژگی {0}</translation>
  </message>
 </context>
 <context>
  <name>export</name>
  <message>
   <source>A file could not be written</source>
   <translation>پرونده‌ای نوشته نشد</translation>
  </message>
  <message>
   <source>A folder of that name is there already</source>
   <translation>پوشه‌ای به آن نام هست</translation>
  </message>
  <message>
   <source>All · {0}</source>
   <translation>همه · {0}</translation>
  </message>
  <message>
   <source>CSV table</source>
   <translation>جدول CSV</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>لغو شد</translation>
  </message>
  <message>
   <source>DICOM Secondary Capture</source>
   <translation>DICOM Secondary Capture</translation>
  </message>
  <message>
   <source>DICOM Structured Report</source>
   <translation>گزارش ساخت‌یافتهٔ DICOM</translation>
  </message>
  <message>
   <source>Every number of every image, for programs</source>
   <translation>هر عدد از هر تصویر، برای برنامه‌ها</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>کارپوشهٔ Excel</translation>
  </message>
  <message>
   <source>Files say who the patients are. DICOM objects belong to the study of their source and can be filed beside it.</source>
   <translation>پرونده‌ها می‌گویند بیماران کیستند. اشیای DICOM به بررسی منبع خود تعلق دارند و می‌توان کنار آن بایگانی کرد.</translation>
  </message>
  <message>
   <source>Files say who the patients are: names, numbers, dates, notes and paths.</source>
   <translation>پرونده‌ها می‌گویند بیماران کیستند: نام‌ها، شماره‌ها، تاریخ‌ها، یادداشت‌ها و مسیرها.</translation>
  </message>
  <message>
   <source>HTML report</source>
   <translation>گزارش HTML</translation>
  </message>
  <message>
   <source>Image, heat map, evidence and impression</source>
   <translation>تصویر، نقشهٔ حرارتی، شواهد و برداشت</translation>
  </message>
  <message>
   <source>JSON lines</source>
   <translation>خطوط JSON</translation>
  </message>
  <message>
   <source>List as filtered · {0}</source>
   <translation>فهرست پالایش‌شده · {0}</translation>
  </message>
  <message>
   <source>No names, numbers, dates, notes or paths; one key per study, the same in every file. DICOM objects get new UIDs (PS3.15 basic profile), so no archive can file them beside their study. Text within pixels stays.</source>
   <translation>بدون نام، شماره، تاریخ، یادداشت یا مسیر؛ یک کلید برای هر بررسی، یکسان در همهٔ پرونده‌ها. اشیای DICOM شناسه‌های UID تازه می‌گیرند (PS3.15 basic profile)، پس هیچ بایگانی نمی‌تواند آن‌ها را کنار بررسی‌شان بگذارد. نوشته‌های درون پیکسل‌ها می‌مانند.</translation>
  </message>
  <message>
   <source>No names, numbers, dates, notes or paths; one key per study, the same in every file. Text within pixels stays.</source>
   <translation>بدون نام، شماره، تاریخ، یادداشت یا مسیر؛ یک کلید برای هر بررسی، یکسان در همهٔ پرونده‌ها. نوشته‌های درون پیکسل‌ها می‌مانند.</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>چیزی نوشته نشد.</translation>
  </message>
  <message>
   <source>Nothing was written. A drive or the network was lost.</source>
   <translation>چیزی نوشته نشد. درایو یا شبکه از دست رفت.</translation>
  </message>
  <message>
   <source>One page for any browser, works offline</source>
   <translation>یک صفحه برای هر مرورگر، بی‌نیاز از شبکه</translation>
  </message>
  <message>
   <source>PDF report</source>
   <translation>گزارش PDF</translation>
  </message>
  <message>
   <source>PNG pictures</source>
   <translation>تصاویر PNG</translation>
  </message>
  <message>
   <source>Probabilities per study (TID 1500), unverified</source>
   <translation>احتمال‌ها برای هر بررسی (TID 1500)، تأییدنشده</translation>
  </message>
  <message>
   <source>Selected · {0}</source>
   <translation>برگزیده · {0}</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>دیسک پر است</translation>
  </message>
  <message>
   <source>The export ended unexpectedly</source>
   <translation>خروجی ناگهان پایان یافت</translation>
  </message>
  <message>
   <source>The folder cannot be reached any more</source>
   <translation>پوشه دیگر در دسترس نیست</translation>
  </message>
  <message>
   <source>The folder may hold some of the files. The log says more.</source>
   <translation>شاید برخی از پرونده‌ها در پوشه باشند. گزارش بیشتر می‌گوید.</translation>
  </message>
  <message>
   <source>The list with typed columns and their meaning</source>
   <translation>فهرست با ستون‌های نوع‌دار و معنای آن‌ها</translation>
  </message>
  <message>
   <source>The overlay as a new series of the study</source>
   <translation>روکش به عنوان سری تازهٔ بررسی</translation>
  </message>
  <message>
   <source>The overlay of every scored image</source>
   <translation>روکش هر تصویر امتیازدار</translation>
  </message>
  <message>
   <source>The same list as plain text</source>
   <translation>همان فهرست به صورت متن ساده</translation>
  </message>
  <message>
   <source>There is no permission to write there</source>
   <translation>اجازهٔ نوشتن در آنجا نیست</translation>
  </message>
  <message>
   <source>This study</source>
   <translation>این بررسی</translation>
  </message>
  <message>
   <source>{0} file</source>
   <translation>‏{0} پرونده</translation>
  </message>
  <message>
   <source>{0} file was written whole before that; the rest is missing.</source>
   <translation>پیش از آن {0} پرونده کامل نوشته شد؛ بقیه نیست.</translation>
  </message>
  <message>
   <source>{0} file written</source>
   <translation>‏{0} پرونده نوشته شد</translation>
  </message>
  <message>
   <source>{0} files</source>
   <translation>‏{0} پرونده</translation>
  </message>
  <message>
   <source>{0} files were written whole before that; the rest is missing.</source>
   <translation>پیش از آن {0} پرونده کامل نوشته شد؛ بقیه نیست.</translation>
  </message>
  <message>
   <source>{0} files written</source>
   <translation>‏{0} پرونده نوشته شد</translation>
  </message>
  <message>
   <source>{0} image could not be read again</source>
   <translation>‏{0} تصویر دوباره خوانده نشد</translation>
  </message>
  <message>
   <source>{0} image has no valid UIDs: no DICOM object</source>
   <translation>‏{0} تصویر UID معتبر ندارد: بدون شیء DICOM</translation>
  </message>
  <message>
   <source>{0} image is no DICOM file: no DICOM object</source>
   <translation>‏{0} تصویر پروندهٔ DICOM نیست: بدون شیء DICOM</translation>
  </message>
  <message>
   <source>{0} images are no DICOM files: no DICOM objects</source>
   <translation>‏{0} تصویر پروندهٔ DICOM نیستند: بدون شیء DICOM</translation>
  </message>
  <message>
   <source>{0} images could not be read again</source>
   <translation>‏{0} تصویر دوباره خوانده نشدند</translation>
  </message>
  <message>
   <source>{0} images have no valid UIDs: no DICOM objects</source>
   <translation>‏{0} تصویر UID معتبر ندارند: بدون شیء DICOM</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} از {1}</translation>
  </message>
  <message>
   <source>{0} of {1} · {2}</source>
   <translation>‏{0} از {1} · {2}</translation>
  </message>
  <message>
   <source>{0}; {1} image is no DICOM file and gets no DICOM object</source>
   <translation>‏{0}؛ {1} تصویر پروندهٔ DICOM نیست و شیء DICOM نمی‌گیرد</translation>
  </message>
  <message>
   <source>{0}; {1} images are no DICOM files and get no DICOM object</source>
   <translation>‏{0}؛ {1} تصویر پروندهٔ DICOM نیستند و شیء DICOM نمی‌گیرند</translation>
  </message>
 </context>
 <context>
  <name>filter</name>
  <message>
   <source>Above both operating points</source>
   <translation>بالای هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>Age in years</source>
   <translation>سن به سال</translation>
  </message>
  <message>
   <source>Being scored</source>
   <translation>در حال امتیازدهی</translation>
  </message>
  <message>
   <source>Below both operating points</source>
   <translation>زیر هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>Between the operating points</source>
   <translation>میان دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>Body part examined</source>
   <translation>بخش بررسی‌شدهٔ بدن</translation>
  </message>
  <message>
   <source>CR, DX and others</source>
   <translation>‏CR، DX و دیگر</translation>
  </message>
  <message>
   <source>F, M or O</source>
   <translation>‏F، M یا O</translation>
  </message>
  <message>
   <source>Files that are no images</source>
   <translation>پرونده‌هایی که تصویر نیستند</translation>
  </message>
  <message>
   <source>How far the second model differs</source>
   <translation>فاصلهٔ مدل دوم</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>در حال خوانش</translation>
  </message>
  <message>
   <source>Most urgent</source>
   <translation>فوری‌ترین</translation>
  </message>
  <message>
   <source>Nobody has read them</source>
   <translation>کسی نخوانده است</translation>
  </message>
  <message>
   <source>Not: a minus before any word</source>
   <translation>نفی: منها پیش از هر واژه</translation>
  </message>
  <message>
   <source>Number of images</source>
   <translation>شمار تصاویر</translation>
  </message>
  <message>
   <source>PA, AP, LL and others</source>
   <translation>‏PA، AP، LL و دیگر</translation>
  </message>
  <message>
   <source>Part of a description</source>
   <translation>بخشی از شرح</translation>
  </message>
  <message>
   <source>Part of a file name</source>
   <translation>بخشی از نام پرونده</translation>
  </message>
  <message>
   <source>Part of the accession number</source>
   <translation>بخشی از شمارهٔ پذیرش</translation>
  </message>
  <message>
   <source>Part of the patient ID</source>
   <translation>بخشی از شناسهٔ بیمار</translation>
  </message>
  <message>
   <source>Part of the patient's name</source>
   <translation>بخشی از نام بیمار</translation>
  </message>
  <message>
   <source>Probability of this class</source>
   <translation>احتمال این دسته</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>خوانده شد</translation>
  </message>
  <message>
   <source>Risk, 0 to 1 or in %</source>
   <translation>خطر، 0 تا 1 یا به %</translation>
  </message>
  <message>
   <source>Stopped by the check, or not readable</source>
   <translation>وارسی نگه داشته، یا خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>Study date, or part of it</source>
   <translation>تاریخ بررسی یا بخشی از آن</translation>
  </message>
  <message>
   <source>The reader agrees with the model about this class</source>
   <translation>خواننده دربارهٔ این دسته با مدل هم‌نظر است</translation>
  </message>
  <message>
   <source>The reader disagrees with the model about this class</source>
   <translation>خواننده دربارهٔ این دسته با مدل ناهم‌نظر است</translation>
  </message>
  <message>
   <source>The two models contradict each other</source>
   <translation>دو مدل ناسازگارند</translation>
  </message>
  <message>
   <source>There is no field “{0}”. Quotation marks make it plain text.</source>
   <translation>خانهٔ «{0}» نیست. گیومه آن را متن ساده می‌کند.</translation>
  </message>
  <message>
   <source>This part of the filter is left out until then.</source>
   <translation>این بخش پالایه تا آن هنگام کنار گذاشته می‌شود.</translation>
  </message>
  <message>
   <source>Time since arrival: m, h or d</source>
   <translation>زمان از رسیدن: m، h یا d</translation>
  </message>
  <message>
   <source>Waiting to be scored</source>
   <translation>در انتظار امتیازدهی</translation>
  </message>
  <message>
   <source>What the check made of the image</source>
   <translation>نظر وارسی دربارهٔ تصویر</translation>
  </message>
  <message>
   <source>What the reader said; none for nothing</source>
   <translation>آنچه خواننده گفت؛ none برای هیچ</translation>
  </message>
  <message>
   <source>Who read the study</source>
   <translation>چه کسی بررسی را خواند</translation>
  </message>
  <message>
   <source>With a score</source>
   <translation>با امتیاز</translation>
  </message>
  <message>
   <source>dicom, png, jpeg or tiff</source>
   <translation>‏dicom، png، jpeg یا tiff</translation>
  </message>
  <message>
   <source>stat, high or routine</source>
   <translation>‏stat، high یا routine</translation>
  </message>
  <message>
   <source>“{0}” is compared with a colon, for example {1}</source>
   <translation>‏«{0}» با دونقطه سنجیده می‌شود، برای نمونه {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a class of the model, for example {1}</source>
   <translation>‏«{0}» دسته‌ای از مدل می‌خواهد، برای نمونه {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a date, for example {1}</source>
   <translation>‏«{0}» تاریخ می‌خواهد، برای نمونه {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a number, for example {1}</source>
   <translation>‏«{0}» عدد می‌خواهد، برای نمونه {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a time, for example {1}</source>
   <translation>‏«{0}» زمان می‌خواهد، برای نمونه {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a value, for example {1}</source>
   <translation>‏«{0}» مقدار می‌خواهد، برای نمونه {1}</translation>
  </message>
 </context>
 <context>
  <name>guard</name>
  <message>
   <source>1 of {0} studies changes its band</source>
   <translation>ردهٔ 1 از {0} بررسی عوض می‌شود</translation>
  </message>
  <message>
   <source>None of {0} studies changes its band</source>
   <translation>ردهٔ هیچ‌یک از {0} بررسی عوض نمی‌شود</translation>
  </message>
  <message>
   <source>{0} of {1} studies change their band</source>
   <translation>ردهٔ {0} از {1} بررسی عوض می‌شود</translation>
  </message>
  <message>
   <source>{0} would fall below the operating point</source>
   <translation>‏{0} به زیر نقطهٔ کار می‌افتد</translation>
  </message>
  <message>
   <source>{0} would have no number any more</source>
   <translation>‏{0} دیگر عددی نخواهد داشت</translation>
  </message>
  <message>
   <source>{0} would rise above it</source>
   <translation>‏{0} به بالای آن می‌رود</translation>
  </message>
 </context>
 <context>
  <name>inspection</name>
  <message>
   <source>1 file is left out: {0}</source>
   <translation>1 پرونده کنار گذاشته شد: {0}</translation>
  </message>
  <message>
   <source>Where a class comes from one place only, a model can learn to recognise the place (its markers, borders, machine) and look right without looking at the lungs. Add images of that class from the other places.</source>
   <translation>جایی که یک دسته تنها از یک محل می‌آید، مدل شاید محل را بشناسد (نشانه‌ها، حاشیه‌ها، دستگاه) و بدون نگاه به ریه‌ها درست بنماید. تصاویری از آن دسته از محل‌های دیگر بیفزایید.</translation>
  </message>
  <message>
   <source>and {0} more</source>
   <translation>و {0} دیگر</translation>
  </message>
  <message>
   <source>{0} classes</source>
   <translation>‏{0} دسته</translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation>‏{0} تصویر</translation>
  </message>
  <message>
   <source>{0} patients</source>
   <translation>‏{0} بیمار</translation>
  </message>
  <message>
   <source>{1} files are left out: {0}</source>
   <translation>‏{1} پرونده کنار گذاشته شد: {0}</translation>
  </message>
 </context>
 <context>
  <name>key_editor</name>
  <message>
   <source>Out of range: {0}.</source>
   <translation>بیرون از محدوده: {0}.</translation>
  </message>
  <message>
   <source>This cannot be read. Write it as in {0}.</source>
   <translation>این خوانده نمی‌شود. آن را مانند {0} بنویسید.</translation>
  </message>
  <message>
   <source>This needs a number.</source>
   <translation>اینجا عدد لازم است.</translation>
  </message>
  <message>
   <source>This needs the form {0}.</source>
   <translation>اینجا شکل {0} لازم است.</translation>
  </message>
  <message>
   <source>from {0}{1}</source>
   <translation>از {0}{1}</translation>
  </message>
  <message>
   <source>{0} to {1}{2}</source>
   <translation>‏{0} تا {1}{2}</translation>
  </message>
 </context>
 <context>
  <name>limits</name>
  <message>
   <source>It does not look for: {0}.</source>
   <translation>به دنبال این‌ها نیست: {0}.</translation>
  </message>
  <message>
   <source>It judges each of them by itself: several may be likely, or none.</source>
   <translation>هر یک را جداگانه می‌سنجد: شاید چند تا محتمل باشند، یا هیچ‌کدام.</translation>
  </message>
  <message>
   <source>The model looks for {0} only: {1}. It sees nothing else, not even what is plain to you.</source>
   <translation>مدل فقط به دنبال {0} است: {1}. چیز دیگری نمی‌بیند، حتی آنچه برای شما آشکار است.</translation>
  </message>
  <message>
   <source>four things</source>
   <translation>چهار چیز</translation>
  </message>
  <message>
   <source>one thing</source>
   <translation>یک چیز</translation>
  </message>
  <message>
   <source>three things</source>
   <translation>سه چیز</translation>
  </message>
  <message>
   <source>two things</source>
   <translation>دو چیز</translation>
  </message>
  <message>
   <source>{0} things</source>
   <translation>‏{0} چیز</translation>
  </message>
 </context>
 <context>
  <name>map_method</name>
  <message>
   <source>About {0}.</source>
   <translation>حدود {0}.</translation>
  </message>
  <message>
   <source>Comes with every score.</source>
   <translation>با هر امتیاز می‌آید.</translation>
  </message>
  <message>
   <source>Grad-CAM that weighs small and repeated areas more.</source>
   <translation>‏Grad-CAM که به نواحی کوچک و تکراری وزن بیشتری می‌دهد.</translation>
  </message>
  <message>
   <source>Grad-CAM with channels weighted by where they are active.</source>
   <translation>‏Grad-CAM با کانال‌هایی که بر پایهٔ جای فعالیتشان وزن می‌گیرند.</translation>
  </message>
  <message>
   <source>Not available: {0}.</source>
   <translation>در دسترس نیست: {0}.</translation>
  </message>
  <message>
   <source>Relative scale: not to be compared between images.</source>
   <translation>مقیاس نسبی: میان تصاویر مقایسه نشود.</translation>
  </message>
  <message>
   <source>The exact contribution of each place, without averaging gradients.</source>
   <translation>سهم دقیق هر جا، بدون میانگین‌گیری گرادیان‌ها.</translation>
  </message>
  <message>
   <source>Took {0}.</source>
   <translation>‏{0} طول کشید.</translation>
  </message>
  <message>
   <source>What each place adds to the logit.</source>
   <translation>آنچه هر جا به logit می‌افزاید.</translation>
  </message>
  <message>
   <source>What speaks for the class alone; nothing that speaks against it is taken off.</source>
   <translation>تنها آنچه به سود دسته است؛ چیزی از آنچه به زیان آن است کم نمی‌شود.</translation>
  </message>
  <message>
   <source>What the logit is when only one pattern of the image is left.</source>
   <translation>‏logit وقتی تنها یک الگوی تصویر بماند.</translation>
  </message>
  <message>
   <source>What the logit loses when parts of the network are switched off.</source>
   <translation>آنچه logit با خاموش شدن بخش‌هایی از شبکه از دست می‌دهد.</translation>
  </message>
  <message>
   <source>What the network reacts to most, the same for every class.</source>
   <translation>آنچه شبکه بیش از همه به آن واکنش می‌دهد، برای همهٔ دسته‌ها یکسان.</translation>
  </message>
  <message>
   <source>With this model the same map as Grad-CAM.</source>
   <translation>با این مدل همان نقشهٔ Grad-CAM.</translation>
  </message>
  <message>
   <source>the model has been changed</source>
   <translation>مدل عوض شده است</translation>
  </message>
  <message>
   <source>the scoring engine is starting</source>
   <translation>موتور امتیازدهی در حال آغاز است</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>‏{0} ثانیه</translation>
  </message>
  <message>
   <source>{0}: being computed, about {1}</source>
   <translation>‏{0}: در حال محاسبه، حدود {1}</translation>
  </message>
  <message>
   <source>{0}: no map, {1}</source>
   <translation>‏{0}: بدون نقشه، {1}</translation>
  </message>
  <message>
   <source>{0}: {1} computed, about {2} left</source>
   <translation>‏{0}: {1} محاسبه شد، حدود {2} مانده</translation>
  </message>
 </context>
 <context>
  <name>map_region</name>
  <message>
   <source>Main region: outside the lungs, {0} of the map.</source>
   <translation>ناحیهٔ اصلی: بیرون از ریه‌ها، {0} نقشه.</translation>
  </message>
  <message>
   <source>Main region: {0}, {1} of the map; {2} outside the lungs.</source>
   <translation>ناحیهٔ اصلی: {0}، {1} نقشه؛ {2} بیرون از ریه‌ها.</translation>
  </message>
  <message>
   <source>Much of this map lies outside the lungs: it may show the hospital rather than the disease.</source>
   <translation>بخش بزرگی از این نقشه بیرون از ریه‌هاست: شاید بیمارستان را نشان دهد نه بیماری را.</translation>
  </message>
 </context>
 <context>
  <name>model_name</name>
  <message>
   <source>A model of yours has this name. Choose another, or replace it.</source>
   <translation>مدلی از شما این نام را دارد. نام دیگری برگزینید، یا جایگزینش کنید.</translation>
  </message>
  <message>
   <source>A model that comes with the program has this name.</source>
   <translation>مدلی همراه برنامه این نام را دارد.</translation>
  </message>
  <message>
   <source>Small letters, digits, - and _ only, at most 40, and a letter or digit first.</source>
   <translation>تنها حروف کوچک، ارقام، - و _، حداکثر 40، و نخست حرف یا رقم.</translation>
  </message>
  <message>
   <source>The model needs a name.</source>
   <translation>مدل نام می‌خواهد.</translation>
  </message>
  <message>
   <source>Windows keeps this name for itself.</source>
   <translation>ویندوز این نام را برای خود نگه می‌دارد.</translation>
  </message>
 </context>
 <context>
  <name>not_scored</name>
  <message>
   <source>Correct both and score</source>
   <translation>اصلاح هر دو و امتیازدهی</translation>
  </message>
  <message>
   <source>Exchange black and white and score</source>
   <translation>جابه‌جایی سیاه و سفید و امتیازدهی</translation>
  </message>
  <message>
   <source>It looks like a frontal chest radiograph, but nothing like it was among the images that the model learned from. How often it is right here is not known.</source>
   <translation>مانند پرتونگاری روبه‌روی قفسهٔ سینه است، اما چیزی شبیه آن میان تصاویر آموزشی مدل نبوده است. دانسته نیست اینجا چقدر درست می‌گوید.</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>رهایش کن</translation>
  </message>
  <message>
   <source>Score anyway</source>
   <translation>به هر حال امتیاز بده</translation>
  </message>
  <message>
   <source>Score this image although it was set aside?</source>
   <translation>به این تصویر که کنار گذاشته شده امتیاز داده شود؟</translation>
  </message>
  <message>
   <source>The check of the pixels did not take it for a usable frontal chest radiograph, so the number may mean nothing. It will be marked as scored on request, and the request is logged.</source>
   <translation>وارسی پیکسل‌ها آن را پرتونگاری روبه‌روی قابل استفادهٔ قفسهٔ سینه ندانست، پس عدد شاید بی‌معنا باشد. با نشانهٔ «به درخواست امتیازدهی شد» می‌ماند و درخواست ثبت می‌شود.</translation>
  </message>
  <message>
   <source>The model judges both lungs. Where parts of them are missing it may miss what is there.</source>
   <translation>مدل هر دو ریه را می‌سنجد. اگر بخشی از آن‌ها نباشد شاید چیزی را نبیند.</translation>
  </message>
  <message>
   <source>The model knows films with white bones only. With black and white exchanged its number would mean nothing.</source>
   <translation>مدل فقط فیلم‌های با استخوان سفید را می‌شناسد. با جابه‌جایی سیاه و سفید عددش بی‌معناست.</translation>
  </message>
  <message>
   <source>The model knows upright films only. On a turned one its number would mean nothing.</source>
   <translation>مدل فقط فیلم‌های ایستاده را می‌شناسد. روی فیلم چرخیده عددش بی‌معناست.</translation>
  </message>
  <message>
   <source>The model was made for frontal chest radiographs of adults. For other images its number means nothing.</source>
   <translation>مدل برای پرتونگاری روبه‌روی قفسهٔ سینهٔ بزرگسالان ساخته شده است. برای تصاویر دیگر عددش بی‌معناست.</translation>
  </message>
  <message>
   <source>Turn it upright and score</source>
   <translation>ایستاده کن و امتیاز بده</translation>
  </message>
 </context>
 <context>
  <name>progress</name>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>‏{0}: {1} از {2}</translation>
  </message>
 </context>
 <context>
  <name>reasons</name>
  <message>
   <source>A newer version of this program wrote the saved worklist. It is open for reading only: nothing is scored, marked or saved here. Use the newer version to go on.</source>
   <translation>فهرست کار ذخیره‌شده را نسخهٔ تازه‌تری از این برنامه نوشته است. فقط برای خواندن باز است: اینجا چیزی امتیازدهی، نشان‌گذاری یا ذخیره نمی‌شود. برای ادامه نسخهٔ تازه‌تر را به کار ببرید.</translation>
  </message>
  <message>
   <source>Another window of this program has the worklist open. Close it first.</source>
   <translation>پنجرهٔ دیگری از این برنامه فهرست کار را باز دارد. نخست آن را ببندید.</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>خودکار</translation>
  </message>
  <message>
   <source>Images that lie on their side or upside down are not recognised</source>
   <translation>تصاویر به پهلو افتاده یا سروته شناخته نمی‌شوند</translation>
  </message>
  <message>
   <source>JPEG with {0} bits per pixel; 8 are read</source>
   <translation>‏JPEG با {0} بیت در هر پیکسل؛ 8 خوانده می‌شود</translation>
  </message>
  <message>
   <source>Look-up table {0}</source>
   <translation>جدول جست‌وجوی {0}</translation>
  </message>
  <message>
   <source>Lungs are not outlined and their zones not named</source>
   <translation>خط دور ریه‌ها رسم و نواحی آن‌ها نام برده نمی‌شود</translation>
  </message>
  <message>
   <source>OpenVINO cannot be loaded on this computer</source>
   <translation>‏OpenVINO در این رایانه بارگذاری نمی‌شود</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>مکث</translation>
  </message>
  <message>
   <source>Scoring goes on with the processor: {0}</source>
   <translation>امتیازدهی با پردازنده ادامه دارد: {0}</translation>
  </message>
  <message>
   <source>Scoring stopped: {0}</source>
   <translation>امتیازدهی متوقف شد: {0}</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your results are safe; the log has the details.</source>
   <translation>درون برنامه مشکلی پیش آمد. نتایج شما سالم است؛ جزئیات در گزارش است.</translation>
  </message>
  <message>
   <source>Starting the scoring engine</source>
   <translation>آغاز موتور امتیازدهی</translation>
  </message>
  <message>
   <source>Starting the scoring engine again</source>
   <translation>آغاز دوبارهٔ موتور امتیازدهی</translation>
  </message>
  <message>
   <source>TIFF compressed as {0}, which is not read</source>
   <translation>‏TIFF فشرده با {0}، که خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>TIFF with pixels of an unknown kind, which are not read</source>
   <translation>‏TIFF با پیکسل‌هایی از نوع ناشناخته، که خوانده نمی‌شوند</translation>
  </message>
  <message>
   <source>TIFF with signed values, which is not read</source>
   <translation>‏TIFF با مقادیر علامت‌دار، که خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>The processor is used: {0}</source>
   <translation>پردازنده به کار می‌رود: {0}</translation>
  </message>
  <message>
   <source>The saved worklist is damaged. Start the program again: it will be set aside.</source>
   <translation>فهرست کار ذخیره‌شده آسیب دیده است. برنامه را دوباره آغاز کنید: کنار گذاشته خواهد شد.</translation>
  </message>
  <message>
   <source>The saved worklist was damaged and is set aside. The copy of {0} was opened in its place: what was marked since then is missing, and newer images are scored again.</source>
   <translation>فهرست کار ذخیره‌شده آسیب دیده بود و کنار گذاشته شد. رونوشت {0} به جای آن باز شد: آنچه از آن پس نشان خورده نیست و تصاویر تازه‌تر دوباره امتیاز می‌گیرند.</translation>
  </message>
  <message>
   <source>The saved worklist was damaged. It was set aside, a new one was begun, and images are scored again.</source>
   <translation>فهرست کار ذخیره‌شده آسیب دیده بود. کنار گذاشته شد، فهرست تازه‌ای آغاز شد و تصاویر دوباره امتیاز می‌گیرند.</translation>
  </message>
  <message>
   <source>The saved worklist was written by a newer version of this program. Use that version.</source>
   <translation>فهرست کار ذخیره‌شده را نسخهٔ تازه‌تری از این برنامه نوشته است. آن نسخه را به کار ببرید.</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: another program is using its file.</source>
   <translation>فهرست کار ذخیره نمی‌شود: برنامهٔ دیگری پروندهٔ آن را به کار می‌برد.</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: its file cannot be written.</source>
   <translation>فهرست کار ذخیره نمی‌شود: پروندهٔ آن نوشتنی نیست.</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: the disk is full.</source>
   <translation>فهرست کار ذخیره نمی‌شود: دیسک پر است.</translation>
  </message>
  <message>
   <source>The worklist is closed.</source>
   <translation>فهرست کار بسته است.</translation>
  </message>
  <message>
   <source>There is no second opinion: the model {0} is not installed.</source>
   <translation>نظر دومی نیست: مدل {0} نصب نیست.</translation>
  </message>
  <message>
   <source>This did not work. The log says more.</source>
   <translation>این کار نشد. گزارش بیشتر می‌گوید.</translation>
  </message>
  <message>
   <source>Today's copy of the worklist could not be written; the worklist itself is safe.</source>
   <translation>رونوشت امروز فهرست کار نوشته نشد؛ خود فهرست کار سالم است.</translation>
  </message>
  <message>
   <source>Window {0}</source>
   <translation>پنجرهٔ {0}</translation>
  </message>
  <message>
   <source>YBR_FULL_422 pixels with an odd number of columns</source>
   <translation>پیکسل‌های YBR_FULL_422 با شمار فرد ستون‌ها</translation>
  </message>
  <message>
   <source>a DICOM directory, not an image</source>
   <translation>فهرست‌راهنمای DICOM است، نه تصویر</translation>
  </message>
  <message>
   <source>a DICOM file that holds no data set</source>
   <translation>پروندهٔ DICOM بدون مجموعه‌داده</translation>
  </message>
  <message>
   <source>a DICOM object that is no radiograph ({0})</source>
   <translation>شیء DICOM که پرتونگاری نیست ({0})</translation>
  </message>
  <message>
   <source>a DICOM object without an image</source>
   <translation>شیء DICOM بدون تصویر</translation>
  </message>
  <message>
   <source>a DICOM object without an image ({0})</source>
   <translation>شیء DICOM بدون تصویر ({0})</translation>
  </message>
  <message>
   <source>a colour image, shown as grey</source>
   <translation>تصویر رنگی که خاکستری نشان داده می‌شود</translation>
  </message>
  <message>
   <source>a device, not a file</source>
   <translation>دستگاه است، نه پرونده</translation>
  </message>
  <message>
   <source>a file of zeros</source>
   <translation>پرونده‌ای از صفر</translation>
  </message>
  <message>
   <source>a folder, not a file</source>
   <translation>پوشه است، نه پرونده</translation>
  </message>
  <message>
   <source>a link, which is not followed</source>
   <translation>پیوندی که دنبال نمی‌شود</translation>
  </message>
  <message>
   <source>a lossless JPEG, which is not read</source>
   <translation>‏JPEG بی‌اتلاف، که خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>a model file does not match its card; please install the model again</source>
   <translation>پروندهٔ مدل با کارتش نمی‌خواند؛ لطفاً مدل را دوباره نصب کنید</translation>
  </message>
  <message>
   <source>a model file is missing or cannot be read</source>
   <translation>پرونده‌ای از مدل نیست یا خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>a pipe, not a file</source>
   <translation>لوله است، نه پرونده</translation>
  </message>
  <message>
   <source>a socket, not a file</source>
   <translation>سوکت است، نه پرونده</translation>
  </message>
  <message>
   <source>a text</source>
   <translation>متن</translation>
  </message>
  <message>
   <source>a web page</source>
   <translation>صفحهٔ وب</translation>
  </message>
  <message>
   <source>a {0} file; DICOM, PNG, JPEG and TIFF are read</source>
   <translation>پروندهٔ {0}؛ DICOM، PNG، JPEG و TIFF خوانده می‌شوند</translation>
  </message>
  <message>
   <source>an animated image</source>
   <translation>تصویر متحرک</translation>
  </message>
  <message>
   <source>an arithmetic or hierarchical JPEG, which is not read</source>
   <translation>‏JPEG حسابی یا سلسله‌مراتبی، که خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>an image of several pages</source>
   <translation>تصویر چندصفحه‌ای</translation>
  </message>
  <message>
   <source>another file of this study has the same instance UID and other content</source>
   <translation>پروندهٔ دیگری از این بررسی همین instance UID را با محتوای دیگری دارد</translation>
  </message>
  <message>
   <source>another study here has this patient ID with another name or birth date</source>
   <translation>بررسی دیگری در اینجا این شناسهٔ بیمار را با نام یا تاریخ تولد دیگری دارد</translation>
  </message>
  <message>
   <source>bits above those stored were ignored</source>
   <translation>بیت‌های فراتر از بیت‌های ذخیره‌شده نادیده گرفته شد</translation>
  </message>
  <message>
   <source>black and white are exchanged</source>
   <translation>سیاه و سفید جابه‌جاست</translation>
  </message>
  <message>
   <source>floating-point TIFF, which is not read</source>
   <translation>‏TIFF ممیز شناور، که خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>floating-point pixels are not read</source>
   <translation>پیکسل‌های ممیز شناور خوانده نمی‌شوند</translation>
  </message>
  <message>
   <source>high bit {0} with {1} bits stored</source>
   <translation>بیت بالای {0} با {1} بیت ذخیره‌شده</translation>
  </message>
  <message>
   <source>it could not be computed</source>
   <translation>محاسبه نشد</translation>
  </message>
  <message>
   <source>lateral view</source>
   <translation>نمای جانبی</translation>
  </message>
  <message>
   <source>multi-frame image ({0} frames)</source>
   <translation>تصویر چندقابی ({0} قاب)</translation>
  </message>
  <message>
   <source>needs torch and pytorch-grad-cam, which are not installed</source>
   <translation>به torch و pytorch-grad-cam نیاز دارد، که نصب نیستند</translation>
  </message>
  <message>
   <source>no image content</source>
   <translation>بدون محتوای تصویری</translation>
  </message>
  <message>
   <source>no image content: every pixel has the same value</source>
   <translation>بدون محتوای تصویری: همهٔ پیکسل‌ها یک مقدار دارند</translation>
  </message>
  <message>
   <source>no image content: every pixel is padding</source>
   <translation>بدون محتوای تصویری: همهٔ پیکسل‌ها پرکننده‌اند</translation>
  </message>
  <message>
   <source>no image content: {0} × {1} pixels are a strip, not a radiograph</source>
   <translation>بدون محتوای تصویری: {0} × {1} پیکسل نوار است، نه پرتونگاری</translation>
  </message>
  <message>
   <source>no image content: {0} × {1} pixels are too few</source>
   <translation>بدون محتوای تصویری: {0} × {1} پیکسل بسیار کم است</translation>
  </message>
  <message>
   <source>no model is installed</source>
   <translation>مدلی نصب نیست</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>اجازهٔ خواندن پرونده نیست</translation>
  </message>
  <message>
   <source>no study date; the {0} date is shown</source>
   <translation>تاریخ بررسی نیست؛ تاریخ {0} نشان داده می‌شود</translation>
  </message>
  <message>
   <source>not a DICOM file</source>
   <translation>پروندهٔ DICOM نیست</translation>
  </message>
  <message>
   <source>not a DICOM, PNG, JPEG or TIFF file</source>
   <translation>نه DICOM، نه PNG، JPEG یا TIFF</translation>
  </message>
  <message>
   <source>not a chest radiograph</source>
   <translation>پرتونگاری قفسهٔ سینه نیست</translation>
  </message>
  <message>
   <source>not enough memory to read this image</source>
   <translation>حافظه برای خواندن این تصویر بس نیست</translation>
  </message>
  <message>
   <source>not enough shared memory for this image</source>
   <translation>حافظهٔ مشترک برای این تصویر بس نیست</translation>
  </message>
  <message>
   <source>not recognised as a frontal chest radiograph</source>
   <translation>به عنوان پرتونگاری روبه‌روی قفسهٔ سینه شناخته نشد</translation>
  </message>
  <message>
   <source>only one lung was found</source>
   <translation>فقط یک ریه یافت شد</translation>
  </message>
  <message>
   <source>overlay planes are not drawn</source>
   <translation>صفحه‌های روکش رسم نمی‌شوند</translation>
  </message>
  <message>
   <source>photometric interpretation {0} is not read</source>
   <translation>تفسیر نورسنجی {0} خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>raw detector values, not processed for reading</source>
   <translation>مقادیر خام آشکارساز، پردازش‌نشده برای خوانش</translation>
  </message>
  <message>
   <source>reading took longer than {0} seconds</source>
   <translation>خواندن بیش از {0} ثانیه طول کشید</translation>
  </message>
  <message>
   <source>reading was stopped</source>
   <translation>خواندن متوقف شد</translation>
  </message>
  <message>
   <source>scoring it takes more memory than is allowed</source>
   <translation>امتیازدهی آن بیش از حافظهٔ مجاز می‌خواهد</translation>
  </message>
  <message>
   <source>some text is in a character set that the file does not state</source>
   <translation>بخشی از نوشته‌ها با مجموعه‌نویسه‌ای است که پرونده نگفته</translation>
  </message>
  <message>
   <source>stored mirrored</source>
   <translation>وارونهٔ آینه‌ای ذخیره شده</translation>
  </message>
  <message>
   <source>stored on its side</source>
   <translation>به پهلو ذخیره شده</translation>
  </message>
  <message>
   <source>stored upside down</source>
   <translation>سروته ذخیره شده</translation>
  </message>
  <message>
   <source>test split</source>
   <translation>بخش آزمون</translation>
  </message>
  <message>
   <source>test split without children; the same collections as in training</source>
   <translation>بخش آزمون بدون کودکان؛ همان مجموعه‌های آموزش</translation>
  </message>
  <message>
   <source>text is burned into the image</source>
   <translation>نوشته در تصویر حک شده است</translation>
  </message>
  <message>
   <source>the bits stored are not stated</source>
   <translation>شمار بیت‌های ذخیره‌شده گفته نشده</translation>
  </message>
  <message>
   <source>the colour palette is missing or damaged</source>
   <translation>جدول رنگ نیست یا آسیب دیده است</translation>
  </message>
  <message>
   <source>the colours of the compressed pixel data differ in depth</source>
   <translation>رنگ‌های داده‌های فشرده عمق یکسان ندارند</translation>
  </message>
  <message>
   <source>the compressed data set grows beyond {0} MB</source>
   <translation>مجموعه‌دادهٔ فشرده از {0} MB فراتر می‌رود</translation>
  </message>
  <message>
   <source>the compressed data set is damaged</source>
   <translation>مجموعه‌دادهٔ فشرده آسیب دیده است</translation>
  </message>
  <message>
   <source>the compressed pixel data are cut short</source>
   <translation>داده‌های فشردهٔ پیکسل بریده‌اند</translation>
  </message>
  <message>
   <source>the compressed pixel data are damaged</source>
   <translation>داده‌های فشردهٔ پیکسل آسیب دیده‌اند</translation>
  </message>
  <message>
   <source>the compressed pixel data are damaged or cut short</source>
   <translation>داده‌های فشردهٔ پیکسل آسیب دیده یا بریده‌اند</translation>
  </message>
  <message>
   <source>the compressed pixel data are larger than a file may be</source>
   <translation>داده‌های فشردهٔ پیکسل از اندازهٔ مجاز پرونده بزرگ‌ترند</translation>
  </message>
  <message>
   <source>the compressed pixel data are of no known kind</source>
   <translation>نوع داده‌های فشردهٔ پیکسل شناخته نیست</translation>
  </message>
  <message>
   <source>the compressed pixel data have {0} planes of bytes, not {1}</source>
   <translation>داده‌های فشردهٔ پیکسل {0} صفحهٔ بایت دارند، نه {1}</translation>
  </message>
  <message>
   <source>the compute device does not work with this model</source>
   <translation>دستگاه محاسبه با این مدل کار نمی‌کند</translation>
  </message>
  <message>
   <source>the compute device failed</source>
   <translation>دستگاه محاسبه از کار افتاد</translation>
  </message>
  <message>
   <source>the decoder ended unexpectedly while reading this file</source>
   <translation>رمزگشا هنگام خواندن این پرونده ناگهان پایان یافت</translation>
  </message>
  <message>
   <source>the drive could not read the file</source>
   <translation>درایو نتوانست پرونده را بخواند</translation>
  </message>
  <message>
   <source>the engine stopped again and again</source>
   <translation>موتور بارها از کار ایستاد</translation>
  </message>
  <message>
   <source>the engine stopped twice on this file</source>
   <translation>موتور دو بار روی این پرونده ایستاد</translation>
  </message>
  <message>
   <source>the file cannot be opened</source>
   <translation>پرونده باز نمی‌شود</translation>
  </message>
  <message>
   <source>the file cannot be read</source>
   <translation>پرونده خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>the file does not state its transfer syntax</source>
   <translation>پرونده نحو انتقال خود را نگفته است</translation>
  </message>
  <message>
   <source>the file holds no compressed pixel data</source>
   <translation>پرونده دادهٔ فشردهٔ پیکسل ندارد</translation>
  </message>
  <message>
   <source>the file holds no pixel data</source>
   <translation>پرونده دادهٔ پیکسل ندارد</translation>
  </message>
  <message>
   <source>the file is as good as empty ({0} byte)</source>
   <translation>پرونده تقریباً خالی است ({0} بایت)</translation>
  </message>
  <message>
   <source>the file is as good as empty ({0} bytes)</source>
   <translation>پرونده تقریباً خالی است ({0} بایت)</translation>
  </message>
  <message>
   <source>the file is cut short in its header</source>
   <translation>پرونده در سرآیند بریده است</translation>
  </message>
  <message>
   <source>the file is cut short or damaged in its header</source>
   <translation>سرآیند پرونده بریده یا آسیب دیده است</translation>
  </message>
  <message>
   <source>the file is damaged</source>
   <translation>پرونده آسیب دیده است</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>پرونده خالی است</translation>
  </message>
  <message>
   <source>the file is larger than {0} MB</source>
   <translation>پرونده از {0} MB بزرگ‌تر است</translation>
  </message>
  <message>
   <source>the file is no longer there</source>
   <translation>پرونده دیگر وجود ندارد</translation>
  </message>
  <message>
   <source>the file is set aside: reading it failed twice</source>
   <translation>پرونده کنار گذاشته شد: خواندنش دو بار ناکام ماند</translation>
  </message>
  <message>
   <source>the file's name cannot be opened</source>
   <translation>نام پرونده بازشدنی نیست</translation>
  </message>
  <message>
   <source>the film is upside down</source>
   <translation>فیلم سروته است</translation>
  </message>
  <message>
   <source>the film is upside down and black and white are exchanged</source>
   <translation>فیلم سروته و سیاه و سفید جابه‌جاست</translation>
  </message>
  <message>
   <source>the film lies on its side</source>
   <translation>فیلم به پهلو افتاده است</translation>
  </message>
  <message>
   <source>the film lies on its side and black and white are exchanged</source>
   <translation>فیلم به پهلو افتاده و سیاه و سفید جابه‌جاست</translation>
  </message>
  <message>
   <source>the header contradicts itself: {0}</source>
   <translation>سرآیند با خودش نمی‌خواند: {0}</translation>
  </message>
  <message>
   <source>the header describes {0} bytes of pixel data, the file holds {1}</source>
   <translation>سرآیند {0} بایت دادهٔ پیکسل می‌گوید، پرونده {1} دارد</translation>
  </message>
  <message>
   <source>the header does not state its {0}</source>
   <translation>سرآیند {0} خود را نگفته است</translation>
  </message>
  <message>
   <source>the header has too many elements</source>
   <translation>سرآیند عنصرهای بسیار دارد</translation>
  </message>
  <message>
   <source>the header names another body part: {0}</source>
   <translation>سرآیند بخش دیگری از بدن را نام می‌برد: {0}</translation>
  </message>
  <message>
   <source>the header names another modality: {0}</source>
   <translation>سرآیند روش تصویربرداری دیگری را نام می‌برد: {0}</translation>
  </message>
  <message>
   <source>the header says lateral view</source>
   <translation>سرآیند می‌گوید نمای جانبی</translation>
  </message>
  <message>
   <source>the header says that there are {0} frames</source>
   <translation>سرآیند می‌گوید {0} قاب هست</translation>
  </message>
  <message>
   <source>the header states several values for its {0}</source>
   <translation>سرآیند برای {0} چند مقدار گفته است</translation>
  </message>
  <message>
   <source>the header states {0} for its {1}</source>
   <translation>سرآیند برای {1} مقدار {0} گفته است</translation>
  </message>
  <message>
   <source>the image decoder could not be started</source>
   <translation>رمزگشای تصویر آغاز نشد</translation>
  </message>
  <message>
   <source>the image gives no model input</source>
   <translation>از تصویر ورودی مدل به دست نمی‌آید</translation>
  </message>
  <message>
   <source>the image looks mirrored, or the heart lies on the right</source>
   <translation>تصویر آینه‌ای به نظر می‌رسد، یا قلب در سمت راست است</translation>
  </message>
  <message>
   <source>the image needs more memory than there is</source>
   <translation>تصویر بیش از حافظهٔ موجود می‌خواهد</translation>
  </message>
  <message>
   <source>the image's size contradicts its header</source>
   <translation>اندازهٔ تصویر با سرآیندش نمی‌خواند</translation>
  </message>
  <message>
   <source>the installed torch cannot use this graphics card</source>
   <translation>‏torch نصب‌شده نمی‌تواند این کارت گرافیک را به کار گیرد</translation>
  </message>
  <message>
   <source>the lung model is not installed</source>
   <translation>مدل ریه نصب نیست</translation>
  </message>
  <message>
   <source>the lungs are cut off at the edge of the picture</source>
   <translation>ریه‌ها در لبهٔ تصویر بریده‌اند</translation>
  </message>
  <message>
   <source>the lungs were not found</source>
   <translation>ریه‌ها یافت نشدند</translation>
  </message>
  <message>
   <source>the lungs were not found: the middle of the image was scored</source>
   <translation>ریه‌ها یافت نشدند: میانهٔ تصویر امتیاز گرفت</translation>
  </message>
  <message>
   <source>the middle is darker than the sides, as in a negative</source>
   <translation>میانه از کناره‌ها تیره‌تر است، مانند نگاتیو</translation>
  </message>
  <message>
   <source>the modality look-up table of the file cannot be used</source>
   <translation>جدول جست‌وجوی روش تصویربرداری پرونده به کار نمی‌آید</translation>
  </message>
  <message>
   <source>the model gave no number</source>
   <translation>مدل عددی نداد</translation>
  </message>
  <message>
   <source>the model gave no number for this image</source>
   <translation>مدل برای این تصویر عددی نداد</translation>
  </message>
  <message>
   <source>the number of frames cannot be read</source>
   <translation>شمار قاب‌ها خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>the photometric interpretation is missing</source>
   <translation>تفسیر نورسنجی نیست</translation>
  </message>
  <message>
   <source>the photometric interpretation is not stated; taken as MONOCHROME2</source>
   <translation>تفسیر نورسنجی گفته نشده؛ MONOCHROME2 گرفته شد</translation>
  </message>
  <message>
   <source>the pixel data and the header disagree about negative values</source>
   <translation>داده‌های پیکسل و سرآیند دربارهٔ مقادیر منفی هم‌خوان نیستند</translation>
  </message>
  <message>
   <source>the pixel data are cut short</source>
   <translation>داده‌های پیکسل بریده‌اند</translation>
  </message>
  <message>
   <source>the pixel data are cut short ({0} of {1} bytes)</source>
   <translation>داده‌های پیکسل بریده‌اند ({0} از {1} بایت)</translation>
  </message>
  <message>
   <source>the pixel data are longer than the header says</source>
   <translation>داده‌های پیکسل از آنچه سرآیند می‌گوید بلندترند</translation>
  </message>
  <message>
   <source>the pixel data are not encoded as {0}, as the header says</source>
   <translation>داده‌های پیکسل آن‌گونه که سرآیند می‌گوید ({0}) رمزگذاری نشده‌اند</translation>
  </message>
  <message>
   <source>the pixel data are {0}, the header says {1}</source>
   <translation>داده‌های پیکسل {0} است، سرآیند {1} می‌گوید</translation>
  </message>
  <message>
   <source>the pixel data have {0} bits, the header allocates {1}</source>
   <translation>داده‌های پیکسل {0} بیتی‌اند، سرآیند {1} بیت جا می‌دهد</translation>
  </message>
  <message>
   <source>the pixel data have {0} bits, the header says {1}</source>
   <translation>داده‌های پیکسل {0} بیتی‌اند، سرآیند {1} می‌گوید</translation>
  </message>
  <message>
   <source>the pixel data have {0} samples per pixel, the header says {1}</source>
   <translation>داده‌های پیکسل {0} نمونه در هر پیکسل دارند، سرآیند {1} می‌گوید</translation>
  </message>
  <message>
   <source>the pixel spacing makes no sense</source>
   <translation>فاصلهٔ پیکسل‌ها معنا ندارد</translation>
  </message>
  <message>
   <source>the pixels are not square</source>
   <translation>پیکسل‌ها مربع نیستند</translation>
  </message>
  <message>
   <source>the rescale slope or intercept makes no sense and is not used</source>
   <translation>شیب یا عرض از مبدأ بازمقیاس معنا ندارد و به کار نمی‌رود</translation>
  </message>
  <message>
   <source>the scoring engine is not ready</source>
   <translation>موتور امتیازدهی آماده نیست</translation>
  </message>
  <message>
   <source>the scoring engine was started anew</source>
   <translation>موتور امتیازدهی از نو آغاز شد</translation>
  </message>
  <message>
   <source>the second opinion gave no number</source>
   <translation>نظر دوم عددی نداد</translation>
  </message>
  <message>
   <source>the test split</source>
   <translation>بخش آزمون</translation>
  </message>
  <message>
   <source>the triage edition computes on the processor; the full edition can use a graphics card</source>
   <translation>ویرایش تریاژ با پردازنده محاسبه می‌کند؛ ویرایش کامل می‌تواند کارت گرافیک را به کار گیرد</translation>
  </message>
  <message>
   <source>the view stands in the patient position</source>
   <translation>نما در وضعیت بیمار نوشته شده است</translation>
  </message>
  <message>
   <source>the {0} file holds no pixels</source>
   <translation>پروندهٔ {0} پیکسلی ندارد</translation>
  </message>
  <message>
   <source>the {0} file is cut short</source>
   <translation>پروندهٔ {0} بریده است</translation>
  </message>
  <message>
   <source>the {0} file is damaged</source>
   <translation>پروندهٔ {0} آسیب دیده است</translation>
  </message>
  <message>
   <source>there is not enough memory</source>
   <translation>حافظه بس نیست</translation>
  </message>
  <message>
   <source>this computer has no Apple graphics processor</source>
   <translation>این رایانه پردازندهٔ گرافیکی Apple ندارد</translation>
  </message>
  <message>
   <source>this computer has no NVIDIA graphics card that the driver offers</source>
   <translation>این رایانه کارت گرافیک NVIDIA که راه‌انداز بشناسد ندارد</translation>
  </message>
  <message>
   <source>this model is not installed</source>
   <translation>این مدل نصب نیست</translation>
  </message>
  <message>
   <source>took longer than {0} s</source>
   <translation>بیش از {0} ثانیه طول کشید</translation>
  </message>
  <message>
   <source>torch cannot be loaded on this computer</source>
   <translation>‏torch در این رایانه بارگذاری نمی‌شود</translation>
  </message>
  <message>
   <source>transfer syntax {0} is not read</source>
   <translation>نحو انتقال {0} خوانده نمی‌شود</translation>
  </message>
  <message>
   <source>transparent parts are shown black</source>
   <translation>بخش‌های شفاف سیاه نشان داده می‌شوند</translation>
  </message>
  <message>
   <source>turned as its EXIF orientation says</source>
   <translation>چرخانده بر اساس جهت EXIF</translation>
  </message>
  <message>
   <source>unlike the images that the model learned from</source>
   <translation>ناهمانند تصاویری که مدل از آن‌ها آموخته است</translation>
  </message>
  <message>
   <source>what was found does not have the form of two lungs</source>
   <translation>آنچه یافت شد شکل دو ریه ندارد</translation>
  </message>
  <message>
   <source>{0} Results are shown but may be lost.</source>
   <translation>‏{0} نتایج نشان داده می‌شوند اما شاید از دست بروند.</translation>
  </message>
  <message>
   <source>{0} bits per pixel; 8 and 16 are read</source>
   <translation>‏{0} بیت در هر پیکسل؛ 8 و 16 خوانده می‌شوند</translation>
  </message>
  <message>
   <source>{0} bits stored of {1} allocated</source>
   <translation>‏{0} بیت ذخیره از {1} بیت جا</translation>
  </message>
  <message>
   <source>{0} with pixels of kind {1}, which are not read</source>
   <translation>‏{0} با پیکسل‌هایی از نوع {1}، که خوانده نمی‌شوند</translation>
  </message>
  <message>
   <source>{0} with {1} samples per pixel</source>
   <translation>‏{0} با {1} نمونه در هر پیکسل</translation>
  </message>
  <message>
   <source>{0} × {1} pixels are more than the limit of {2} megapixels</source>
   <translation>‏{0} × {1} پیکسل از حد {2} مگاپیکسل بیشتر است</translation>
  </message>
  <message>
   <source>{0}, not an image</source>
   <translation>‏{0}، نه تصویر</translation>
  </message>
  <message>
   <source>{0}: the model for it is not installed.</source>
   <translation>‏{0}: مدل آن نصب نیست.</translation>
  </message>
 </context>
 <context>
  <name>recipe_keys</name>
  <message>
   <source>How often every training image is seen. Time grows with it; with too many the model learns its images by heart.</source>
   <translation>هر تصویر آموزش چند بار دیده می‌شود. زمان با آن زیاد می‌شود؛ با شمار بسیار، مدل تصاویرش را از بر می‌کند.</translation>
  </message>
  <message>
   <source>Images per step. A larger batch is quicker and needs more memory; halve it where memory runs out.</source>
   <translation>تصاویر در هر گام. دستهٔ بزرگ‌تر تندتر است و حافظهٔ بیشتری می‌خواهد؛ اگر حافظه کم آمد نصفش کنید.</translation>
  </message>
  <message>
   <source>Side of the picture that the network sees. A larger one shows finer detail; time grows with its square.</source>
   <translation>ضلع تصویری که شبکه می‌بیند. بزرگ‌تر جزئیات ریزتری نشان می‌دهد؛ زمان با مربع آن زیاد می‌شود.</translation>
  </message>
  <message>
   <source>Size of a step. Too large and the loss jumps, too small and nothing is learnt. Try a third of it, or three times as much.</source>
   <translation>اندازهٔ گام. بسیار بزرگ زیان را می‌جهاند، بسیار کوچک چیزی نمی‌آموزد. یک‌سوم یا سه برابرش را بیازمایید.</translation>
  </message>
  <message>
   <source>phase {0}</source>
   <translation>مرحلهٔ {0}</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation>{0}، {1}</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>report_plots</name>
  <message>
   <source>1 − specificity</source>
   <translation>1 − ویژگی</translation>
  </message>
  <message>
   <source>AUC not known</source>
   <translation>‏AUC دانسته نیست</translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation>AUC {0}</translation>
  </message>
  <message>
   <source>After: expected calibration error</source>
   <translation>پس: خطای واسنجی مورد انتظار</translation>
  </message>
  <message>
   <source>Area under the curve with its 95 % interval</source>
   <translation>سطح زیر منحنی با بازهٔ 95 %</translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation>میانگین دقت</translation>
  </message>
  <message>
   <source>Before: expected calibration error</source>
   <translation>پیش: خطای واسنجی مورد انتظار</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>دقت</translation>
  </message>
  <message>
   <source>Precision and recall</source>
   <translation>دقت و بازیابی</translation>
  </message>
  <message>
   <source>Probabilities</source>
   <translation>احتمال‌ها</translation>
  </message>
  <message>
   <source>Probability</source>
   <translation>احتمال</translation>
  </message>
  <message>
   <source>Probability that was given</source>
   <translation>احتمالی که داده شد</translation>
  </message>
  <message>
   <source>ROC</source>
   <translation>ROC</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>اعتمادپذیری</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>حساسیت</translation>
  </message>
  <message>
   <source>Sensitivity (recall)</source>
   <translation>حساسیت (بازیابی)</translation>
  </message>
  <message>
   <source>Share of images</source>
   <translation>سهم تصاویر</translation>
  </message>
  <message>
   <source>Share that was right</source>
   <translation>سهم درست‌ها</translation>
  </message>
  <message>
   <source>after, {0}</source>
   <translation>پس، {0}</translation>
  </message>
  <message>
   <source>average precision {0}</source>
   <translation>میانگین دقت {0}</translation>
  </message>
  <message>
   <source>before, ECE {0}</source>
   <translation>پیش، ECE {0}</translation>
  </message>
  <message>
   <source>with</source>
   <translation>با</translation>
  </message>
  <message>
   <source>without</source>
   <translation>بدون</translation>
  </message>
  <message>
   <source>{0} images with {1}, {2} without</source>
   <translation>‏{0} تصویر با {1}، {2} بدون</translation>
  </message>
 </context>
 <context>
  <name>report_tables</name>
  <message>
   <source>Called {0}</source>
   <translation>اعلام {0}</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>تصاویر</translation>
  </message>
  <message>
   <source>Operating points</source>
   <translation>نقاط کار</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>درست</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>حساسیت</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>ویژگی</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>آستانه</translation>
  </message>
  <message>
   <source>{0}: {1} with, {2} without</source>
   <translation>‏{0}: {1} با، {2} بدون</translation>
  </message>
 </context>
 <context>
  <name>reported</name>
  <message>
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>درستی</translation>
  </message>
  <message>
   <source>At {0}</source>
   <translation>در {0}</translation>
  </message>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>دقت</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>بازیابی</translation>
  </message>
  <message>
   <source>Test accuracy</source>
   <translation>درستی آزمون</translation>
  </message>
  <message>
   <source>Training accuracy</source>
   <translation>درستی آموزش</translation>
  </message>
  <message>
   <source>{0} sensitivity, {1} specificity</source>
   <translation>حساسیت {0}، ویژگی {1}</translation>
  </message>
 </context>
 <context>
  <name>second_opinion</name>
  <message>
   <source>Hidden until your impression of the study is recorded.</source>
   <translation>پنهان تا ثبت برداشت شما از بررسی.</translation>
  </message>
  <message>
   <source>No comparison: the second model is about another class.</source>
   <translation>بدون مقایسه: مدل دوم دربارهٔ دستهٔ دیگری است.</translation>
  </message>
  <message>
   <source>No second opinion yet: the study is being scored.</source>
   <translation>هنوز نظر دومی نیست: بررسی در حال امتیازدهی است.</translation>
  </message>
  <message>
   <source>No second opinion yet: the study waits to be scored.</source>
   <translation>هنوز نظر دومی نیست: بررسی در انتظار امتیازدهی است.</translation>
  </message>
  <message>
   <source>No second opinion: the study was not scored.</source>
   <translation>نظر دومی نیست: بررسی امتیاز ندارد.</translation>
  </message>
  <message>
   <source>No second opinion: this study was scored by one model alone.</source>
   <translation>نظر دومی نیست: این بررسی را تنها یک مدل امتیاز داد.</translation>
  </message>
  <message>
   <source>The two models are far apart: {0}.</source>
   <translation>دو مدل بسیار دورند: {0}.</translation>
  </message>
  <message>
   <source>The two models are {0} apart: {1}.</source>
   <translation>دو مدل {0} فاصله دارند: {1}.</translation>
  </message>
  <message>
   <source>The two models disagree by {0}: {1}.</source>
   <translation>دو مدل به اندازهٔ {0} اختلاف دارند: {1}.</translation>
  </message>
  <message>
   <source>The two models disagree: {0}.</source>
   <translation>دو مدل اختلاف دارند: {0}.</translation>
  </message>
  <message>
   <source>above both</source>
   <translation>بالای هر دو</translation>
  </message>
  <message>
   <source>below both</source>
   <translation>زیر هر دو</translation>
  </message>
  <message>
   <source>between</source>
   <translation>میان دو نقطه</translation>
  </message>
  <message>
   <source>looks for other classes</source>
   <translation>به دنبال دسته‌های دیگر است</translation>
  </message>
  <message>
   <source>{0}, agrees</source>
   <translation>‏{0}، هم‌نظر</translation>
  </message>
  <message>
   <source>{0}, disagrees</source>
   <translation>‏{0}، ناهم‌نظر</translation>
  </message>
  <message>
   <source>{0}, far apart</source>
   <translation>‏{0}، بسیار دور</translation>
  </message>
  <message>
   <source>{0}, one band higher</source>
   <translation>‏{0}، یک رده بالاتر</translation>
  </message>
  <message>
   <source>{0}, one band lower</source>
   <translation>‏{0}، یک رده پایین‌تر</translation>
  </message>
 </context>
 <context>
  <name>shortcut_test</name>
  <message>
   <source>A strip along all four sides is filled from what lies beside it. A number that falls with it rested on the edge of the film, not on the lungs.</source>
   <translation>نواری در هر چهار سو با آنچه کنار آن است پر می‌شود. عددی که با آن افت کند بر لبهٔ فیلم تکیه داشته، نه بر ریه‌ها.</translation>
  </message>
  <message>
   <source>Borders masked</source>
   <translation>حاشیه‌ها پوشیده</translation>
  </message>
  <message>
   <source>Everything outside the lungs becomes black.</source>
   <translation>هر چه بیرون از ریه‌هاست سیاه می‌شود.</translation>
  </message>
  <message>
   <source>Markers masked</source>
   <translation>نشانه‌ها پوشیده</translation>
  </message>
  <message>
   <source>On its test images the AUC for {0} fell from {1} to {2} with all but the lungs blackened.</source>
   <translation>روی تصاویر آزمونش AUC برای {0} با سیاه شدن همه چیز جز ریه‌ها از {1} به {2} افتاد.</translation>
  </message>
  <message>
   <source>On its test images the AUC for {0} was {1}, and {2} with all but the lungs blackened.</source>
   <translation>روی تصاویر آزمونش AUC برای {0} برابر {1} بود، و {2} با سیاه شدن همه چیز جز ریه‌ها.</translation>
  </message>
  <message>
   <source>Only lungs left</source>
   <translation>تنها ریه‌ها مانده</translation>
  </message>
  <message>
   <source>The corners and bright letters beside the chest are filled from what lies around them. A number that falls with them rested on the markers of a hospital.</source>
   <translation>گوشه‌ها و حروف روشن کنار سینه با آنچه دورشان است پر می‌شوند. عددی که با آن‌ها افت کند بر نشانه‌های بیمارستان تکیه داشته است.</translation>
  </message>
  <message>
   <source>This model never learned from black surroundings, so this is only a hint.</source>
   <translation>این مدل هرگز از پیرامون سیاه نیاموخته، پس این تنها یک سرنخ است.</translation>
  </message>
  <message>
   <source>not tested: {0}</source>
   <translation>آزموده نشد: {0}</translation>
  </message>
  <message>
   <source>the model has been changed</source>
   <translation>مدل عوض شده است</translation>
  </message>
 </context>
 <context>
  <name>statistics</name>
  <message>
   <source>1 study</source>
   <translation>1 بررسی</translation>
  </message>
  <message>
   <source>Reader agrees</source>
   <translation>خواننده هم‌نظر است</translation>
  </message>
  <message>
   <source>Reader agrees about {0}</source>
   <translation>خواننده دربارهٔ {0} هم‌نظر است</translation>
  </message>
  <message>
   <source>Sensitivity at {0}</source>
   <translation>حساسیت در {0}</translation>
  </message>
  <message>
   <source>Specificity at {0}</source>
   <translation>ویژگی در {0}</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>بررسی‌ها</translation>
  </message>
  <message>
   <source>{0:.1f} s</source>
   <translation>‏{0:.1f} ثانیه</translation>
  </message>
  <message>
   <source>{0} h {1:02d} min</source>
   <translation>‏{0} ساعت {1:02d} دقیقه</translation>
  </message>
  <message>
   <source>{0} min {1:02d} s</source>
   <translation>‏{0} دقیقه {1:02d} ثانیه</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} از {1}</translation>
  </message>
  <message>
   <source>{0} studies</source>
   <translation>‏{0} بررسی</translation>
  </message>
  <message>
   <source>{0}: too few to say</source>
   <translation>‏{0}: برای نتیجه‌گیری کم است</translation>
  </message>
 </context>
 <context>
  <name>training_events</name>
  <message>
   <source> (now {0})</source>
   <translation> (اکنون {0})</translation>
  </message>
  <message>
   <source> or a smaller image.</source>
   <translation> یا تصویر کوچک‌تر.</translation>
  </message>
  <message>
   <source>, {0} parameters learn</source>
   <translation>‏، {0} پارامتر می‌آموزند</translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation>AUC {0}</translation>
  </message>
  <message>
   <source>Epoch {0}</source>
   <translation>دورهٔ {0}</translation>
  </message>
  <message>
   <source>Epoch {0} is the best so far, saved</source>
   <translation>دورهٔ {0} تا اینجا بهترین است، ذخیره شد</translation>
  </message>
  <message>
   <source>Failed: {0}</source>
   <translation>ناموفق: {0}</translation>
  </message>
  <message>
   <source>Finished. Best epoch: {0}</source>
   <translation>پایان یافت. بهترین دوره: {0}</translation>
  </message>
  <message>
   <source>Go back to the data: the folder or the classes need a change.</source>
   <translation>به داده‌ها بازگردید: پوشه یا دسته‌ها باید تغییر کند.</translation>
  </message>
  <message>
   <source>Go back to the settings and choose a lower learning rate.</source>
   <translation>به تنظیمات بازگردید و نرخ یادگیری کمتری برگزینید.</translation>
  </message>
  <message>
   <source>Go back to the settings and choose a smaller batch</source>
   <translation>به تنظیمات بازگردید و دستهٔ کوچک‌تری برگزینید</translation>
  </message>
  <message>
   <source>Go back to the settings and choose other initial weights, or try again online.</source>
   <translation>به تنظیمات بازگردید و وزن‌های آغازین دیگری برگزینید، یا برخط دوباره امتحان کنید.</translation>
  </message>
  <message>
   <source>Goes on from epoch {0} of {1}</source>
   <translation>از دورهٔ {0} از {1} ادامه می‌یابد</translation>
  </message>
  <message>
   <source>Make room on the disk, then go on: everything up to the last checkpoint is kept.</source>
   <translation>روی دیسک جا باز کنید، سپس ادامه دهید: همه چیز تا آخرین نقطهٔ ذخیره نگه‌داری شده است.</translation>
  </message>
  <message>
   <source>Network {0}, epoch {1}</source>
   <translation>شبکهٔ {0}، دورهٔ {1}</translation>
  </message>
  <message>
   <source>Phase “{0}”, {1} epochs</source>
   <translation>مرحلهٔ «{0}»، {1} دوره</translation>
  </message>
  <message>
   <source>Started with {0} training and {1} validation images</source>
   <translation>با {0} تصویر آموزش و {1} تصویر اعتبارسنجی آغاز شد</translation>
  </message>
  <message>
   <source>Stopped in epoch {0}; saved, can be resumed</source>
   <translation>در دورهٔ {0} متوقف شد؛ ذخیره شد، می‌تواند ادامه یابد</translation>
  </message>
  <message>
   <source>The log on the right says what came before. Everything up to the last checkpoint is kept.</source>
   <translation>گزارش کناری می‌گوید پیش از آن چه گذشت. همه چیز تا آخرین نقطهٔ ذخیره نگه‌داری شده است.</translation>
  </message>
  <message>
   <source>loss {0}</source>
   <translation>زیان {0}</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>‏{0} ساعت {1} دقیقه</translation>
  </message>
  <message>
   <source>{0} min {1} s</source>
   <translation>‏{0} دقیقه {1} ثانیه</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>‏{0} ثانیه</translation>
  </message>
 </context>
 <context>
  <name>viewer</name>
  <message>
   <source>A lens under the pointer; the wheel makes it stronger</source>
   <translation>ذره‌بینی زیر نشانگر؛ چرخ آن را قوی‌تر می‌کند</translation>
  </message>
  <message>
   <source>A quarter turn of what you see; neither the file nor its score knows of it</source>
   <translation>یک‌چهارم چرخش آنچه می‌بینید؛ نه پرونده و نه امتیازش از آن خبر ندارد</translation>
  </message>
  <message>
   <source>Actual pixels (1:1)</source>
   <translation>پیکسل‌های واقعی (1:1)</translation>
  </message>
  <message>
   <source>All, minimal or no text</source>
   <translation>همهٔ نوشته‌ها، اندک یا هیچ</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>زاویه</translation>
  </message>
  <message>
   <source>As stored</source>
   <translation>همان‌گونه که ذخیره شده</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>خودکار</translation>
  </message>
  <message>
   <source>Automatic window</source>
   <translation>پنجرهٔ خودکار</translation>
  </message>
  <message>
   <source>Before the last measurement was made, moved or removed</source>
   <translation>پیش از ساختن، جابه‌جا یا برداشتن آخرین اندازه</translation>
  </message>
  <message>
   <source>Boxes round the regions of the heat map</source>
   <translation>کادر دور نواحی نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Boxes with zones</source>
   <translation>کادر با ناحیه‌ها</translation>
  </message>
  <message>
   <source>By the content of the image, whatever windows the file has</source>
   <translation>بر پایهٔ محتوای تصویر، هر پنجره‌ای که پرونده داشته باشد</translation>
  </message>
  <message>
   <source>Cividis (blue, grey, yellow)</source>
   <translation>‏Cividis (آبی، خاکستری، زرد)</translation>
  </message>
  <message>
   <source>Compare with prior</source>
   <translation>مقایسه با پیشین</translation>
  </message>
  <message>
   <source>Copy picture of the view</source>
   <translation>رونوشت تصویر نما</translation>
  </message>
  <message>
   <source>Current</source>
   <translation>کنونی</translation>
  </message>
  <message>
   <source>Current {0}</source>
   <translation>کنونی {0}</translation>
  </message>
  <message>
   <source>Draw below the operating point</source>
   <translation>رسم زیر نقطهٔ کار</translation>
  </message>
  <message>
   <source>Fit to window</source>
   <translation>اندازهٔ پنجره</translation>
  </message>
  <message>
   <source>Full range</source>
   <translation>گسترهٔ کامل</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>تمام‌صفحه</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Heat map by the next method</source>
   <translation>نقشهٔ حرارتی با روش بعدی</translation>
  </message>
  <message>
   <source>Heat map of the next class</source>
   <translation>نقشهٔ حرارتی دستهٔ بعدی</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>کنتراست بالا</translation>
  </message>
  <message>
   <source>Identity hidden</source>
   <translation>هویت پنهان است</translation>
  </message>
  <message>
   <source>Identity left out</source>
   <translation>هویت حذف شده</translation>
  </message>
  <message>
   <source>Image on second screen</source>
   <translation>تصویر در صفحهٔ دوم</translation>
  </message>
  <message>
   <source>Image {0} of {1}</source>
   <translation>تصویر {0} از {1}</translation>
  </message>
  <message>
   <source>Images side by side</source>
   <translation>تصاویر کنار هم</translation>
  </message>
  <message>
   <source>Inferno (black, red, yellow)</source>
   <translation>‏Inferno (سیاه، سرخ، زرد)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>وارونه</translation>
  </message>
  <message>
   <source>Left and right of what you see change places; neither the file nor its score knows of it</source>
   <translation>چپ و راست آنچه می‌بینید جابه‌جا می‌شود؛ نه پرونده و نه امتیازش از آن خبر ندارد</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>طول</translation>
  </message>
  <message>
   <source>Link the two images</source>
   <translation>پیوند دو تصویر</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>در حال بارگذاری</translation>
  </message>
  <message>
   <source>Lungs</source>
   <translation>ریه‌ها</translation>
  </message>
  <message>
   <source>Lungs and their zones</source>
   <translation>ریه‌ها و نواحی آن‌ها</translation>
  </message>
  <message>
   <source>Magma (black, purple, cream)</source>
   <translation>‏Magma (سیاه، بنفش، کرم)</translation>
  </message>
  <message>
   <source>Magnifier</source>
   <translation>ذره‌بین</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>نقشه</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>اندازه‌گیری</translation>
  </message>
  <message>
   <source>Measure a length</source>
   <translation>اندازه‌گیری طول</translation>
  </message>
  <message>
   <source>Measure an angle</source>
   <translation>اندازه‌گیری زاویه</translation>
  </message>
  <message>
   <source>Mediastinum and bones</source>
   <translation>مدیاستن و استخوان‌ها</translation>
  </message>
  <message>
   <source>Mirror view</source>
   <translation>نمای آینه‌ای</translation>
  </message>
  <message>
   <source>Move with the left button</source>
   <translation>جابه‌جایی با دکمهٔ چپ</translation>
  </message>
  <message>
   <source>Next class</source>
   <translation>دستهٔ بعدی</translation>
  </message>
  <message>
   <source>Next method</source>
   <translation>روش بعدی</translation>
  </message>
  <message>
   <source>No earlier study of this patient is in the worklist.</source>
   <translation>بررسی پیشینی از این بیمار در فهرست کار نیست.</translation>
  </message>
  <message>
   <source>No image</source>
   <translation>تصویری نیست</translation>
  </message>
  <message>
   <source>No lung outline: the lungs were not found</source>
   <translation>خط دور ریه نیست: ریه‌ها یافت نشدند</translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation>نشان داده نشد</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>اصلی</translation>
  </message>
  <message>
   <source>Original beside heat map</source>
   <translation>اصلی کنار نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Outline only</source>
   <translation>تنها خط دور</translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation>خط دور ریه‌ها</translation>
  </message>
  <message>
   <source>PRIOR</source>
   <translation>پیشین</translation>
  </message>
  <message>
   <source>PRIOR {0}</source>
   <translation>پیشین {0}</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>جابه‌جایی</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>تصویر (*.png)</translation>
  </message>
  <message>
   <source>Picture copied, without patient identity</source>
   <translation>تصویر بدون هویت بیمار رونوشت شد</translation>
  </message>
  <message>
   <source>Picture saved</source>
   <translation>تصویر ذخیره شد</translation>
  </message>
  <message>
   <source>Pixel values</source>
   <translation>مقادیر پیکسل</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>نیم‌رخ</translation>
  </message>
  <message>
   <source>Profile of pixel values along a line</source>
   <translation>نیم‌رخ مقادیر پیکسل در امتداد خط</translation>
  </message>
  <message>
   <source>Profile, pixel values</source>
   <translation>نیم‌رخ، مقادیر پیکسل</translation>
  </message>
  <message>
   <source>Profile, pixel values in {0}</source>
   <translation>نیم‌رخ، مقادیر پیکسل به {0}</translation>
  </message>
  <message>
   <source>Remove all measurements</source>
   <translation>برداشتن همهٔ اندازه‌ها</translation>
  </message>
  <message>
   <source>Remove last measurement</source>
   <translation>برداشتن آخرین اندازه</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>فقط برای پژوهش. نه برای تشخیص اولیه.</translation>
  </message>
  <message>
   <source>Reset view</source>
   <translation>نمای آغازین</translation>
  </message>
  <message>
   <source>Save picture of the view</source>
   <translation>ذخیرهٔ تصویر نما</translation>
  </message>
  <message>
   <source>Save picture of the view…</source>
   <translation>ذخیرهٔ تصویر نما…</translation>
  </message>
  <message>
   <source>Show heat map</source>
   <translation>نمایش نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>Spacing unknown, lengths in px</source>
   <translation>فاصلهٔ پیکسل‌ها نامعلوم، طول‌ها به px</translation>
  </message>
  <message>
   <source>Swap black and white</source>
   <translation>جابه‌جایی سیاه و سفید</translation>
  </message>
  <message>
   <source>Text over the image</source>
   <translation>نوشتهٔ روی تصویر</translation>
  </message>
  <message>
   <source>The image in a window of its own on another screen; it follows the worklist</source>
   <translation>تصویر در پنجرهٔ خودش روی صفحه‌ای دیگر؛ فهرست کار را دنبال می‌کند</translation>
  </message>
  <message>
   <source>The image twice, with and without the heat map</source>
   <translation>تصویر دو بار، با و بدون نقشهٔ حرارتی</translation>
  </message>
  <message>
   <source>The latest earlier study of the same patient beside this one</source>
   <translation>تازه‌ترین بررسی پیشین همان بیمار کنار این یکی</translation>
  </message>
  <message>
   <source>The line round the regions without their colours</source>
   <translation>خط دور نواحی بدون رنگ آن‌ها</translation>
  </message>
  <message>
   <source>The measurement under the pointer, else the last one</source>
   <translation>اندازهٔ زیر نشانگر، وگرنه آخرین</translation>
  </message>
  <message>
   <source>The picture could not be written there. Please choose another folder.</source>
   <translation>تصویر آنجا نوشته نشد. لطفاً پوشهٔ دیگری برگزینید.</translation>
  </message>
  <message>
   <source>There is no image to copy.</source>
   <translation>تصویری برای رونوشت نیست.</translation>
  </message>
  <message>
   <source>There is no image to save.</source>
   <translation>تصویری برای ذخیره نیست.</translation>
  </message>
  <message>
   <source>There is only one screen.</source>
   <translation>تنها یک صفحه هست.</translation>
  </message>
  <message>
   <source>This study has no date, so no prior of the patient can be told from later studies.</source>
   <translation>این بررسی تاریخ ندارد، پس پیشین بیمار از بررسی‌های بعدی بازشناخته نمی‌شود.</translation>
  </message>
  <message>
   <source>This study has no patient ID, so no prior of the patient can be told from others.</source>
   <translation>این بررسی شناسهٔ بیمار ندارد، پس پیشین بیمار از دیگران بازشناخته نمی‌شود.</translation>
  </message>
  <message>
   <source>This study has one image only.</source>
   <translation>این بررسی تنها یک تصویر دارد.</translation>
  </message>
  <message>
   <source>Turn the view</source>
   <translation>چرخاندن نما</translation>
  </message>
  <message>
   <source>Turn view left</source>
   <translation>چرخاندن نما به چپ</translation>
  </message>
  <message>
   <source>Turn view right</source>
   <translation>چرخاندن نما به راست</translation>
  </message>
  <message>
   <source>Two images of the study beside each other</source>
   <translation>دو تصویر بررسی کنار هم</translation>
  </message>
  <message>
   <source>Undo measurement</source>
   <translation>واگرد اندازه</translation>
  </message>
  <message>
   <source>Value, stored value and place beside the pointer</source>
   <translation>مقدار، مقدار ذخیره‌شده و جا کنار نشانگر</translation>
  </message>
  <message>
   <source>View mirrored, left and right exchanged</source>
   <translation>نما آینه‌ای است، چپ و راست جابه‌جا</translation>
  </message>
  <message>
   <source>View rotated 180°</source>
   <translation>نما 180° چرخیده</translation>
  </message>
  <message>
   <source>View rotated 90° left</source>
   <translation>نما 90° به چپ چرخیده</translation>
  </message>
  <message>
   <source>View rotated 90° right</source>
   <translation>نما 90° به راست چرخیده</translation>
  </message>
  <message>
   <source>Viridis (blue, green, yellow)</source>
   <translation>‏Viridis (آبی، سبز، زرد)</translation>
  </message>
  <message>
   <source>W/L</source>
   <translation>W/L</translation>
  </message>
  <message>
   <source>What is on the screen as a PNG file; patient identity is left out unless asked for</source>
   <translation>آنچه روی صفحه است به صورت پروندهٔ PNG؛ هویت بیمار جز به خواست شما نمی‌آید</translation>
  </message>
  <message>
   <source>What is on the screen, without patient identity, to the clipboard</source>
   <translation>آنچه روی صفحه است، بدون هویت بیمار، به تخته‌برش</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>پنجره</translation>
  </message>
  <message>
   <source>Window and level</source>
   <translation>پنجره و سطح</translation>
  </message>
  <message>
   <source>Window preset {0}</source>
   <translation>پنجرهٔ آمادهٔ {0}</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>پنجره‌های آماده</translation>
  </message>
  <message>
   <source>Window, inversion, turn and zoom as at first</source>
   <translation>پنجره، وارونگی، چرخش و بزرگ‌نمایی مانند آغاز</translation>
  </message>
  <message>
   <source>Window, zoom and place of two images follow each other</source>
   <translation>پنجره، بزرگ‌نمایی و جای دو تصویر یکدیگر را دنبال می‌کنند</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>بزرگ‌نمایی</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>بزرگ‌تر</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>کوچک‌تر</translation>
  </message>
  <message>
   <source>Zoom with the left button</source>
   <translation>بزرگ‌نمایی با دکمهٔ چپ</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>وارونه</translation>
  </message>
  <message>
   <source>logit</source>
   <translation>logit</translation>
  </message>
  <message>
   <source>max</source>
   <translation>بیشینه</translation>
  </message>
  <message>
   <source>padding</source>
   <translation>پرکننده</translation>
  </message>
  <message>
   <source>relative</source>
   <translation>نسبی</translation>
  </message>
  <message>
   <source>stored {0}</source>
   <translation>ذخیره‌شده {0}</translation>
  </message>
  <message>
   <source>x {0}  y {1} px</source>
   <translation>x {0}  y {1} px</translation>
  </message>
  <message>
   <source>{0} (look-up table)</source>
   <translation>‏{0} (جدول جست‌وجو)</translation>
  </message>
  <message>
   <source>{0} (there is only one)</source>
   <translation>‏{0} (تنها یکی هست)</translation>
  </message>
  <message>
   <source>{0} kV</source>
   <translation>{0} kV</translation>
  </message>
  <message>
   <source>{0} mAs</source>
   <translation>{0} mAs</translation>
  </message>
  <message>
   <source>{0} mm</source>
   <translation>{0} mm</translation>
  </message>
  <message>
   <source>{0} mm at detector</source>
   <translation>‏⁦{0} mm⁩ در آشکارساز</translation>
  </message>
  <message>
   <source>{0} mm/px at detector (magnified)</source>
   <translation>‏⁦{0} mm/px⁩ در آشکارساز (بزرگ‌نموده)</translation>
  </message>
  <message>
   <source>{0} mm/px, calibrated</source>
   <translation>‏⁦{0} mm/px⁩، واسنجی‌شده</translation>
  </message>
  <message>
   <source>{0} px (spacing unknown)</source>
   <translation>‏⁦{0} px⁩ (فاصلهٔ پیکسل‌ها نامعلوم)</translation>
  </message>
  <message>
   <source>{0} · name or birth date differs, check the patient</source>
   <translation>‏{0} · نام یا تاریخ تولد فرق دارد، بیمار را وارسی کنید</translation>
  </message>
  <message>
   <source>{0}, {1} mm</source>
   <translation>{0}, {1} mm</translation>
  </message>
  <message>
   <source>{0}, {1} mm at detector</source>
   <translation>‏⁦{0}, {1} mm⁩ در آشکارساز</translation>
  </message>
  <message>
   <source>{0}, {1} of both lungs</source>
   <translation>‏{0}، {1} از هر دو ریه</translation>
  </message>
  <message>
   <source>{0}, {1} of the left lung</source>
   <translation>‏{0}، {1} از ریهٔ چپ</translation>
  </message>
  <message>
   <source>{0}, {1} of the right lung</source>
   <translation>‏{0}، {1} از ریهٔ راست</translation>
  </message>
  <message>
   <source>{0}. {1}</source>
   <translation>{0}. {1}</translation>
  </message>
  <message>
   <source>{0}: below the operating point</source>
   <translation>‏{0}: زیر نقطهٔ کار</translation>
  </message>
  <message>
   <source>{0}: below the operating point, map not drawn (press {1} to show)</source>
   <translation>‏{0}: زیر نقطهٔ کار، نقشه رسم نشد (برای نمایش {1} را بزنید)</translation>
  </message>
  <message>
   <source>{0}: map not drawn, the model's card gives no scale for it</source>
   <translation>‏{0}: نقشه رسم نشد، کارت مدل مقیاسی برای آن ندارد</translation>
  </message>
  <message>
   <source>{0}: no heat map for this class</source>
   <translation>‏{0}: این دسته نقشهٔ حرارتی ندارد</translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation>‏{0}: بدون شواهد مثبت</translation>
  </message>
  <message>
   <source>{0}: the model has no such class</source>
   <translation>‏{0}: مدل چنین دسته‌ای ندارد</translation>
  </message>
  <message>
   <source>{0}× of the view</source>
   <translation>‏{0}× نما</translation>
  </message>
 </context>
 <context>
  <name>waits</name>
  <message>
   <source>STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>Urgency: {0}</source>
   <translation>فوریت: {0}</translation>
  </message>
  <message>
   <source>Urgency: {0}, set by the reader</source>
   <translation>فوریت: {0}، به دست خواننده</translation>
  </message>
  <message>
   <source>Waits {0}, risen: longer than {1}</source>
   <translation>‏{0} در انتظار، بالا آمده: بیش از {1}</translation>
  </message>
  <message>
   <source>high</source>
   <translation>بالا</translation>
  </message>
  <message>
   <source>risen</source>
   <translation>بالا آمده</translation>
  </message>
  <message>
   <source>routine</source>
   <translation>عادی</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>Why?</source>
   <translation>چرا؟</translation>
  </message>
 </context>
 <context>
  <name>wording</name>
  <message>
   <source>Agree</source>
   <translation>هم‌نظر</translation>
  </message>
  <message>
   <source>Disagree</source>
   <translation>ناهم‌نظر</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>در حال خوانش</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>تصویر نیست</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>امتیاز ندارد</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>یادداشت</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>خوانده شد</translation>
  </message>
  <message>
   <source>Score hidden</source>
   <translation>امتیاز پنهان</translation>
  </message>
  <message>
   <source>Scored</source>
   <translation>امتیاز گرفت</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>در حال امتیازدهی</translation>
  </message>
  <message>
   <source>Study {0}</source>
   <translation>بررسی {0}</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>نخوانده</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>نامطمئن</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>در انتظار</translation>
  </message>
  <message>
   <source>above both operating points</source>
   <translation>بالای هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>below both operating points</source>
   <translation>زیر هر دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>between the operating points</source>
   <translation>میان دو نقطهٔ کار</translation>
  </message>
  <message>
   <source>frontal chest, usable</source>
   <translation>روبه‌روی قفسهٔ سینه، قابل استفاده</translation>
  </message>
  <message>
   <source>image</source>
   <translation>تصویر</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>وارونه</translation>
  </message>
  <message>
   <source>no operating points</source>
   <translation>بدون نقطهٔ کار</translation>
  </message>
  <message>
   <source>not asked</source>
   <translation>پرسیده نشد</translation>
  </message>
  <message>
   <source>turned 180°</source>
   <translation>180° چرخانده</translation>
  </message>
  <message>
   <source>turned 90° left</source>
   <translation>90° به چپ چرخانده</translation>
  </message>
  <message>
   <source>turned 90° right</source>
   <translation>90° به راست چرخانده</translation>
  </message>
  <message>
   <source>{0} and inverted</source>
   <translation>‏{0} و وارونه</translation>
  </message>
  <message>
   <source>{0} d</source>
   <translation>‏{0} روز</translation>
  </message>
  <message>
   <source>{0} h {1:02d}</source>
   <translation>‏{0} س {1:02d}</translation>
  </message>
  <message>
   <source>{0} h {1} min left</source>
   <translation>‏{0} ساعت و {1} دقیقه مانده</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>‏{0} دق</translation>
  </message>
  <message>
   <source>{0} min {1} s left</source>
   <translation>‏{0} دقیقه و {1} ثانیه مانده</translation>
  </message>
  <message>
   <source>{0} mo</source>
   <translation>‏{0} ماه</translation>
  </message>
  <message>
   <source>{0} s left</source>
   <translation>‏{0} ثانیه مانده</translation>
  </message>
  <message>
   <source>{0} wk</source>
   <translation>‏{0} هفته</translation>
  </message>
  <message>
   <source>{0} {1}, {2}</source>
   <translation>{0} {1}، {2}</translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation>‏{0}، به درخواست امتیازدهی شد</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>worklist</name>
  <message>
   <source>Accession</source>
   <translation>پذیرش</translation>
  </message>
  <message>
   <source>Accession number</source>
   <translation>شمارهٔ پذیرش</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>سن</translation>
  </message>
  <message>
   <source>Age and sex</source>
   <translation>سن و جنس</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>وارسی</translation>
  </message>
  <message>
   <source>Check of the image</source>
   <translation>وارسی تصویر</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>شرح</translation>
  </message>
  <message>
   <source>Diff</source>
   <translation>تفاوت</translation>
  </message>
  <message>
   <source>Disagreement with the second opinion</source>
   <translation>اختلاف با نظر دوم</translation>
  </message>
  <message>
   <source>File</source>
   <translation>پرونده</translation>
  </message>
  <message>
   <source>File name</source>
   <translation>نام پرونده</translation>
  </message>
  <message>
   <source>Fold these studies away (click, or ← on one of them)</source>
   <translation>جمع کردن این بررسی‌ها (کلیک، یا ← روی یکی از آن‌ها)</translation>
  </message>
  <message>
   <source>ID</source>
   <translation>شناسه</translation>
  </message>
  <message>
   <source>Img</source>
   <translation>تصویر</translation>
  </message>
  <message>
   <source>Impression</source>
   <translation>برداشت</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>نوع پرونده</translation>
  </message>
  <message>
   <source>Likeliest of the other classes</source>
   <translation>محتمل‌ترین از دسته‌های دیگر</translation>
  </message>
  <message>
   <source>Mod</source>
   <translation>روش</translation>
  </message>
  <message>
   <source>Modality</source>
   <translation>روش تصویربرداری</translation>
  </message>
  <message>
   <source>Norm</source>
   <translation>طبیعی</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>طبیعی</translation>
  </message>
  <message>
   <source>Number of images</source>
   <translation>شمار تصاویر</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>دیگر</translation>
  </message>
  <message>
   <source>Patient</source>
   <translation>بیمار</translation>
  </message>
  <message>
   <source>Patient ID</source>
   <translation>شناسهٔ بیمار</translation>
  </message>
  <message>
   <source>Pneu</source>
   <translation>پنو</translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation>پنومونی</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>اولویت</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>خواننده</translation>
  </message>
  <message>
   <source>Reader and time of reading</source>
   <translation>خواننده و زمان خوانش</translation>
  </message>
  <message>
   <source>Show these studies (click, or → in the list)</source>
   <translation>نمایش این بررسی‌ها (کلیک، یا → در فهرست)</translation>
  </message>
  <message>
   <source>Small picture</source>
   <translation>تصویر کوچک</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>منبع</translation>
  </message>
  <message>
   <source>State</source>
   <translation>وضعیت</translation>
  </message>
  <message>
   <source>State of reading and scoring</source>
   <translation>وضعیت خوانش و امتیازدهی</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>بررسی</translation>
  </message>
  <message>
   <source>Study date and kind</source>
   <translation>تاریخ و نوع بررسی</translation>
  </message>
  <message>
   <source>Study description</source>
   <translation>شرح بررسی</translation>
  </message>
  <message>
   <source>TB</source>
   <translation>سل</translation>
  </message>
  <message>
   <source>Time since the study arrived</source>
   <translation>زمان از رسیدن بررسی</translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation>سل</translation>
  </message>
  <message>
   <source>View</source>
   <translation>نما</translation>
  </message>
  <message>
   <source>View and kind of file</source>
   <translation>نما و نوع پرونده</translation>
  </message>
  <message>
   <source>Wait</source>
   <translation>انتظار</translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation>برداشت شما</translation>
  </message>
  <message>
   <source>disagree</source>
   <translation>اختلاف</translation>
  </message>
  <message>
   <source>{0} risk</source>
   <translation>خطر {0}</translation>
  </message>
  <message>
   <source>{0}, {1} studies</source>
   <translation>‏{0}، {1} بررسی</translation>
  </message>
  <message>
   <source>{0}, {1} studies, folded</source>
   <translation>‏{0}، {1} بررسی، جمع‌شده</translation>
  </message>
 </context>
</TS>
