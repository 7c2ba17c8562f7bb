<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About</source>
   <translation>אודות</translation>
  </message>
  <message>
   <source>Chest radiograph triage for research</source>
   <translation>מיון צילומי חזה למטרות מחקר</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Copy all</source>
   <translation>העתקת הכול</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>לשימוש מחקרי בלבד. לא לאבחון ראשוני.</translation>
  </message>
  <message>
   <source>Versions and licences as text, for a report of a fault or a methods section</source>
   <translation>הגרסאות והרישיונות כטקסט, לדיווח על תקלה או לפרק השיטות</translation>
  </message>
  <message>
   <source>Versions and licences of all parts</source>
   <translation>גרסאות ורישיונות של כל הרכיבים</translation>
  </message>
 </context>
 <context>
  <name>Application</name>
  <message numerus="yes">
   <source>%n folder(s) could not be opened; the rows say why.</source>
   <translation>
    <numerusform>תיקייה אחת לא נפתחה; השורות מסבירות מדוע.</numerusform>
    <numerusform>‏%n תיקיות לא נפתחו; השורות מסבירות מדוע.</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>בחירת תיקייה אחרת</translation>
  </message>
  <message>
   <source>Close the program</source>
   <translation>סגירת התוכנית</translation>
  </message>
  <message>
   <source>Making synthetic studies</source>
   <translation>יצירת בדיקות סינתטיות</translation>
  </message>
  <message>
   <source>No model is installed, so nothing can be scored. Please install the program again.</source>
   <translation>לא מותקן שום מודל, ולכן אין מה שייתן ציון. נא להתקין את התוכנית מחדש.</translation>
  </message>
  <message>
   <source>Score the rest</source>
   <translation>מתן ציון לשאר</translation>
  </message>
  <message>
   <source>Scoring was cancelled. Studies that wait have no number.</source>
   <translation>מתן הציונים בוטל. לבדיקות הממתינות אין מספר.</translation>
  </message>
  <message>
   <source>The settings could not be saved. They count until the program is closed.</source>
   <translation>ההגדרות לא נשמרו. הן תקפות עד לסגירת התוכנית.</translation>
  </message>
  <message>
   <source>The window changes as soon as the export is written.</source>
   <translation>החלון ישתנה ברגע שהייצוא ייכתב.</translation>
  </message>
  <message>
   <source>The window changes as soon as the training wizard is closed.</source>
   <translation>החלון ישתנה ברגע שאשף האימון ייסגר.</translation>
  </message>
  <message>
   <source>This folder is no longer there.</source>
   <translation>התיקייה הזאת כבר אינה קיימת.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>ניסיון נוסף</translation>
  </message>
  <message>
   <source>dropped files</source>
   <translation>קבצים שנגררו</translation>
  </message>
  <message>
   <source>last step</source>
   <translation>הצעד האחרון</translation>
  </message>
 </context>
 <context>
  <name>ArrivalNotice</name>
  <message>
   <source>New study above both operating points</source>
   <translation>בדיקה חדשה מעל שתי נקודות העבודה</translation>
  </message>
  <message>
   <source>{0} new studies above both operating points</source>
   <translation>‏{0} בדיקות חדשות מעל שתי נקודות העבודה</translation>
  </message>
 </context>
 <context>
  <name>AuditDialog</name>
  <message>
   <source>Audit log</source>
   <translation>יומן ביקורת</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation>ייצוא כ־CSV…</translation>
  </message>
  <message>
   <source>Impressions, reading states, urgencies, scores against the advice of the check, and corrections of images with a reader's consent. The log is kept on this computer; entries are only ever added.</source>
   <translation>התרשמויות, מצבי פענוח, דחיפויות, ציונים בניגוד להמלצת הבדיקה ותיקוני תמונות בהסכמת הקורא. היומן נשמר במחשב זה; רשומות רק מתווספות אליו.</translation>
  </message>
  <message>
   <source>Nothing has been said, marked or corrected on this computer yet.</source>
   <translation>עדיין לא נאמר, סומן או תוקן דבר במחשב זה.</translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation>קריאת היומן</translation>
  </message>
  <message>
   <source>Write the whole log as a table</source>
   <translation>כתיבת כל היומן כטבלה</translation>
  </message>
  <message>
   <source>{0} entries, newest first</source>
   <translation>‏{0} רשומות, החדשות תחילה</translation>
  </message>
  <message>
   <source>{0} entry</source>
   <translation>רשומה {0}</translation>
  </message>
 </context>
 <context>
  <name>AuditModel</name>
  <message>
   <source>READER</source>
   <translation>קורא</translation>
  </message>
  <message>
   <source>STUDY</source>
   <translation>בדיקה</translation>
  </message>
  <message>
   <source>TIME</source>
   <translation>זמן</translation>
  </message>
  <message>
   <source>WHAT WAS DONE</source>
   <translation>מה נעשה</translation>
  </message>
  <message>
   <source>WHY IT HAD BEEN STOPPED</source>
   <translation>מדוע נעצרה</translation>
  </message>
 </context>
 <context>
  <name>AuditRoom</name>
  <message>
   <source>Audit log written</source>
   <translation>יומן הביקורת נכתב</translation>
  </message>
 </context>
 <context>
  <name>AuditTable</name>
  <message>
   <source>Audit log</source>
   <translation>יומן ביקורת</translation>
  </message>
 </context>
 <context>
  <name>Bubble</name>
  <message>
   <source>Back</source>
   <translation>חזרה</translation>
  </message>
  <message>
   <source>End the tour (Esc); it stays in the Help menu</source>
   <translation>סיום הסיור (Esc); הוא נשאר בתפריט העזרה</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>הבא</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>דילוג</translation>
  </message>
  <message>
   <source>Start reading</source>
   <translation>התחלת הפענוח</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} מתוך {1}</translation>
  </message>
 </context>
 <context>
  <name>CalibratePage</name>
  <message>
   <source>Calibrate</source>
   <translation>כיול</translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation>כיול לאתר שלי</translation>
  </message>
  <message>
   <source>Calibrated: {0}</source>
   <translation>כויל: {0}</translation>
  </message>
  <message>
   <source>Calibration was stopped. No copy was written.</source>
   <translation>הכיול נעצר. לא נכתב עותק.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>Name of the copy</source>
   <translation>שם העותק</translation>
  </message>
  <message>
   <source>No copy was written.</source>
   <translation>לא נכתב עותק.</translation>
  </message>
  <message>
   <source>No model is installed that could be calibrated.</source>
   <translation>לא מותקן מודל שאפשר לכייל.</translation>
  </message>
  <message>
   <source>Nothing is trained. A copy of the model gets the temperature and the operating points that fit your labelled images.</source>
   <translation>דבר אינו מאומן. עותק של המודל מקבל את הטמפרטורה ונקודות העבודה שמתאימות לתמונות המתויגות שלך.</translation>
  </message>
  <message>
   <source>The images are scored</source>
   <translation>התמונות מקבלות ציון</translation>
  </message>
 </context>
 <context>
  <name>CalibrateResult</name>
  <message>
   <source>Calibration error (ECE)</source>
   <translation>שגיאת כיול (ECE)</translation>
  </message>
  <message>
   <source>Every image is judged by a temperature and by thresholds that were chosen without it and its patient, so these numbers are of images the calibration has not seen. A temperature above 1 makes a model less sure, one below 1 surer.</source>
   <translation>כל תמונה נשפטת בטמפרטורה ובספים שנבחרו בלעדיה ובלי המטופל שלה, ולכן המספרים הם של תמונות שהכיול לא ראה. טמפרטורה מעל 1 הופכת מודל לפחות בטוח, מתחת ל־1 לבטוח יותר.</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>תמונות</translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation>ממיין לפי</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>טמפרטורה</translation>
  </message>
 </context>
 <context>
  <name>CardDialog</name>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>תוכן</translation>
  </message>
  <message>
   <source>Find in the card</source>
   <translation>חיפוש בכרטיס</translation>
  </message>
  <message>
   <source>Find in the card (Ctrl+F); Enter for the next place</source>
   <translation>חיפוש בכרטיס (Ctrl+F); Enter למקום הבא</translation>
  </message>
  <message>
   <source>Found: {0}</source>
   <translation>נמצא: {0}</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>Model card</source>
   <translation>כרטיס המודל</translation>
  </message>
  <message>
   <source>Print the card, or keep it as a PDF (Ctrl+P)</source>
   <translation>הדפסת הכרטיס, או שמירתו כ־PDF ‏(Ctrl+P)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>הדפסה…</translation>
  </message>
 </context>
 <context>
  <name>ChangeModel</name>
  <message>
   <source>Falls below</source>
   <translation>יורד מתחת</translation>
  </message>
  <message>
   <source>Gets a number</source>
   <translation>מקבל מספר</translation>
  </message>
  <message>
   <source>No number any more</source>
   <translation>אין עוד מספר</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>נקודת עבודה</translation>
  </message>
  <message>
   <source>Other band</source>
   <translation>דרגה אחרת</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>מקום</translation>
  </message>
  <message>
   <source>Rises above</source>
   <translation>עולה מעל</translation>
  </message>
  <message>
   <source>Risk</source>
   <translation>סיכון</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>בדיקה</translation>
  </message>
  <message>
   <source>Unnamed study</source>
   <translation>בדיקה ללא שם</translation>
  </message>
 </context>
 <context>
  <name>ChecksSection</name>
  <message>
   <source>Corrected</source>
   <translation>תוקן</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>תמונה</translation>
  </message>
  <message>
   <source>Not tested: {0}.</source>
   <translation>לא נבדק: {0}.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>הערה</translation>
  </message>
  <message>
   <source>Score again with borders, markers and all but the lungs hidden; nothing of it is kept</source>
   <translation>מתן ציון מחדש כשהשוליים, הסימנים וכל מה שאינו ריאות מוסתרים; דבר מזה אינו נשמר</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>מודל שני</translation>
  </message>
  <message>
   <source>Test for shortcuts</source>
   <translation>בדיקת קיצורי דרך</translation>
  </message>
  <message>
   <source>Testing…</source>
   <translation>בודק…</translation>
  </message>
  <message>
   <source>Turn</source>
   <translation>סיבוב</translation>
  </message>
  <message>
   <source>Turn the image to the left and score it again</source>
   <translation>סיבוב התמונה שמאלה ומתן ציון מחדש</translation>
  </message>
  <message>
   <source>Turn the image to the right and score it again</source>
   <translation>סיבוב התמונה ימינה ומתן ציון מחדש</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>לא נבדק</translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation>‏{0}, בהסכמתך</translation>
  </message>
 </context>
 <context>
  <name>ClassRow</name>
  <message>
   <source>Show the heat map of {0}</source>
   <translation>הצגת מפת החום של {0}</translation>
  </message>
  <message>
   <source>This model does not look for {0}</source>
   <translation>מודל זה אינו מחפש {0}</translation>
  </message>
  <message>
   <source>{0} says {1}</source>
   <translation>‏{0} אומר {1}</translation>
  </message>
 </context>
 <context>
  <name>ClassRows</name>
  <message>
   <source>Findings of the model</source>
   <translation>ממצאי המודל</translation>
  </message>
 </context>
 <context>
  <name>ClassTable</name>
  <message>
   <source>ALL</source>
   <translation>הכול</translation>
  </message>
  <message>
   <source>All</source>
   <translation>הכול</translation>
  </message>
  <message>
   <source>CLASS</source>
   <translation>מחלקה</translation>
  </message>
  <message>
   <source>TEST</source>
   <translation>מבחן</translation>
  </message>
  <message>
   <source>TRAINING</source>
   <translation>אימון</translation>
  </message>
  <message>
   <source>VALIDATION</source>
   <translation>תיקוף</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>בסך הכול</translation>
  </message>
  <message>
   <source>test</source>
   <translation>מבחן</translation>
  </message>
  <message>
   <source>training</source>
   <translation>אימון</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>תיקוף</translation>
  </message>
 </context>
 <context>
  <name>ConfusionMatrix</name>
  <message>
   <source>Confusion matrix</source>
   <translation>מטריצת בלבול</translation>
  </message>
  <message>
   <source>called</source>
   <translation>סומן</translation>
  </message>
  <message>
   <source>in truth</source>
   <translation>באמת</translation>
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
   <translation>הצגת התמונה ומתן ציון כפי שהיא בקובץ</translation>
  </message>
  <message>
   <source>The file itself is untouched.</source>
   <translation>הקובץ עצמו לא השתנה.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>Undo the correction of the image</source>
   <translation>ביטול תיקון התמונה</translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation>‏{0}, בהסכמתך</translation>
  </message>
 </context>
 <context>
  <name>CrashRoom</name>
  <message>
   <source>Open the report</source>
   <translation>פתיחת הדוח</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your results are safe.</source>
   <translation>משהו השתבש בתוכנית. התוצאות שלך בטוחות.</translation>
  </message>
  <message>
   <source>The program ended unexpectedly the last time. Your results are safe.</source>
   <translation>התוכנית הסתיימה במפתיע בפעם הקודמת. התוצאות שלך בטוחות.</translation>
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
   <translation>דיוק</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>מחזור</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>קצב למידה</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>הפסד</translation>
  </message>
  <message>
   <source>best epoch</source>
   <translation>המחזור הטוב ביותר</translation>
  </message>
  <message>
   <source>now</source>
   <translation>עכשיו</translation>
  </message>
  <message>
   <source>single batches</source>
   <translation>אצוות בודדות</translation>
  </message>
  <message>
   <source>training</source>
   <translation>אימון</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>תיקוף</translation>
  </message>
 </context>
 <context>
  <name>DataPage</name>
  <message>
   <source>A model needs at least two classes. Give the labels below different meanings.</source>
   <translation>מודל צריך לפחות שתי מחלקות. יש לתת לתוויות שלהלן משמעויות שונות.</translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation>כיול לאתר שלי</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>נתונים</translation>
  </message>
  <message>
   <source>From labelled images and a recipe to a model of your own.</source>
   <translation>מתמונות מתויגות ומתכון למודל משלך.</translation>
  </message>
  <message>
   <source>Go on with a run</source>
   <translation>המשך הרצה</translation>
  </message>
  <message>
   <source>Looking at the data</source>
   <translation>בחינת הנתונים</translation>
  </message>
  <message>
   <source>No impression of this worklist names a class to learn.</source>
   <translation>אין התרשמות ברשימת העבודה שמציינת מחלקה ללמידה.</translation>
  </message>
  <message>
   <source>No training: probabilities and thresholds that fit your patients.</source>
   <translation>בלי אימון: הסתברויות וספים שמתאימים למטופלים שלך.</translation>
  </message>
  <message>
   <source>One that runs, was stopped or is finished.</source>
   <translation>הרצה שפועלת, נעצרה או הסתיימה.</translation>
  </message>
  <message>
   <source>Other data…</source>
   <translation>נתונים אחרים…</translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation>אימון מודל</translation>
  </message>
  <message>
   <source>What shall be done, and with which images?</source>
   <translation>מה לעשות, ועם אילו תמונות?</translation>
  </message>
  <message>
   <source>{0} on this computer, stopped or finished.</source>
   <translation>‏{0} במחשב זה, נעצרו או הסתיימו.</translation>
  </message>
  <message>
   <source>{0} on this computer, {1} running.</source>
   <translation>‏{0} במחשב זה, {1} פועלות.</translation>
  </message>
 </context>
 <context>
  <name>DropCue</name>
  <message>
   <source>Drop to open</source>
   <translation>יש לשחרר כדי לפתוח</translation>
  </message>
  <message>
   <source>The files are read where they lie and are never changed.</source>
   <translation>הקבצים נקראים במקומם ולעולם אינם משתנים.</translation>
  </message>
 </context>
 <context>
  <name>EmptyState</name>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation>בחירת תיקייה של צילומים</translation>
  </message>
  <message>
   <source>Clear the filter (Esc)</source>
   <translation>ניקוי המסנן (Esc)</translation>
  </message>
  <message>
   <source>Draws a folder of phantoms and opens it. Phantoms are not patients.</source>
   <translation>יוצר תיקייה של פנטומים ופותח אותה. פנטומים אינם מטופלים.</translation>
  </message>
  <message>
   <source>Drop a folder here, or choose one. Its studies are listed at once, scored one after the other and sorted by risk. Nothing leaves this computer.</source>
   <translation>אפשר לגרור לכאן תיקייה או לבחור אחת. הבדיקות מופיעות מיד ברשימה, מקבלות ציון בזו אחר זו וממוינות לפי סיכון. שום דבר אינו יוצא מהמחשב הזה.</translation>
  </message>
  <message>
   <source>Every study of the folder is hidden by what stands in the filter field.</source>
   <translation>כל הבדיקות בתיקייה מוסתרות על ידי מה שכתוב בשדה הסינון.</translation>
  </message>
  <message>
   <source>It holds no DICOM, PNG, JPEG or TIFF file, and neither do its subfolders.</source>
   <translation>אין בה ובתיקיות המשנה שלה קובצי DICOM, PNG, JPEG או TIFF.</translation>
  </message>
  <message>
   <source>Looking for images</source>
   <translation>חיפוש תמונות</translation>
  </message>
  <message>
   <source>No images in this folder</source>
   <translation>אין תמונות בתיקייה זו</translation>
  </message>
  <message>
   <source>No study matches the filter</source>
   <translation>אין בדיקה שמתאימה למסנן</translation>
  </message>
  <message>
   <source>Open a folder of chest radiographs</source>
   <translation>פתיחת תיקייה של צילומי חזה</translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation>פתיחת תיקייה…</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>אחרונות</translation>
  </message>
  <message>
   <source>The first studies appear as soon as their headers are read.</source>
   <translation>הבדיקות הראשונות יופיעו ברגע שהכותרים שלהן ייקראו.</translation>
  </message>
  <message>
   <source>Try it with synthetic studies</source>
   <translation>ניסיון עם בדיקות סינתטיות</translation>
  </message>
 </context>
 <context>
  <name>ErrorBanner</name>
  <message>
   <source>Close this message</source>
   <translation>סגירת ההודעה</translation>
  </message>
 </context>
 <context>
  <name>Estimate</name>
  <message>
   <source>Could not be measured</source>
   <translation>לא ניתן היה למדוד</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>מדידה</translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation>מודד…</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>לא נמדד</translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation>עדיין לא נמדד</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>עצירה</translation>
  </message>
  <message>
   <source>The measurement was stopped.</source>
   <translation>המדידה נעצרה.</translation>
  </message>
  <message>
   <source>Trains for ten seconds and forgets what was learnt.</source>
   <translation>מאמן עשר שניות ושוכח מה שנלמד.</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>בערך {0}</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>נמדד</translation>
  </message>
  <message>
   <source>{0} days</source>
   <translation>‏{0} ימים</translation>
  </message>
  <message>
   <source>{0} h</source>
   <translation>‏{0} שע׳</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>‏{0} שע׳ {1} דק׳</translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation>‏{0} תמונות לשנייה</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>‏{0} דק׳</translation>
  </message>
  <message>
   <source>{0} per epoch</source>
   <translation>‏{0} למחזור</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>‏{0} שנ׳</translation>
  </message>
 </context>
 <context>
  <name>EvaluatePage</name>
  <message>
   <source>All numbers, plots and pictures in the browser</source>
   <translation>כל המספרים, התרשימים והתמונות בדפדפן</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>הערכה</translation>
  </message>
  <message>
   <source>Measure again</source>
   <translation>מדידה חוזרת</translation>
  </message>
  <message>
   <source>Measuring</source>
   <translation>מדידה</translation>
  </message>
  <message>
   <source>Measuring was stopped.</source>
   <translation>המדידה נעצרה.</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>לא נמדד</translation>
  </message>
  <message>
   <source>Open full report</source>
   <translation>פתיחת הדוח המלא</translation>
  </message>
  <message>
   <source>Reading the run</source>
   <translation>קריאת ההרצה</translation>
  </message>
  <message>
   <source>The best epoch on images it was not trained on</source>
   <translation>המחזור הטוב ביותר על תמונות שלא אומן עליהן</translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation>‏{0} תמונות</translation>
  </message>
  <message>
   <source>{0} right</source>
   <translation>‏{0} נכונות</translation>
  </message>
  <message>
   <source>{0} test images</source>
   <translation>‏{0} תמונות מבחן</translation>
  </message>
  <message>
   <source>{0} training images</source>
   <translation>‏{0} תמונות אימון</translation>
  </message>
  <message>
   <source>{0} validation images</source>
   <translation>‏{0} תמונות תיקוף</translation>
  </message>
  <message>
   <source>{0}: AUC not known</source>
   <translation>‏{0}: ‏AUC לא ידוע</translation>
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
   <translation>רווחי סמך של 95 %, על {0} עם {2} ו־{1} בלי</translation>
  </message>
  <message>
   <source>Chosen for</source>
   <translation>נבחר עבור</translation>
  </message>
  <message>
   <source>In brackets the 95 % interval. TP {0}, FN {1}, TN {2}, FP {3}</source>
   <translation>בסוגריים רווח הסמך של 95 %. TP {0}, FN {1}, TN {2}, FP {3}</translation>
  </message>
  <message>
   <source>PPV · NPV</source>
   <translation>PPV · NPV</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>שכיחות</translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation>שכיחות {0}</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>רגישות</translation>
  </message>
  <message>
   <source>Share of studies with this finding where you work; sets PPV and NPV</source>
   <translation>חלק הבדיקות עם ממצא זה במקום עבודתך; קובע את PPV ואת NPV</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>סגוליות</translation>
  </message>
  <message>
   <source>The model's card gives no operating point for this class.</source>
   <translation>כרטיס המודל אינו נותן נקודת עבודה למחלקה זו.</translation>
  </message>
  <message>
   <source>The model's card is not available.</source>
   <translation>כרטיס המודל אינו זמין.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>סף</translation>
  </message>
 </context>
 <context>
  <name>ExportChoices</name>
  <message>
   <source>A new folder is made there; nothing is overwritten.</source>
   <translation>נוצרת שם תיקייה חדשה; דבר אינו נדרס.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>שינוי…</translation>
  </message>
  <message>
   <source>Choose another folder</source>
   <translation>בחירת תיקייה אחרת</translation>
  </message>
  <message>
   <source>Choose at least one form.</source>
   <translation>יש לבחור לפחות צורה אחת.</translation>
  </message>
  <message>
   <source>Else one report holds them all, with a table in front</source>
   <translation>אחרת דוח אחד מכיל את כולן, עם טבלה בראשו</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>ייצוא</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>ייצוא אל</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>ייצוא תוצאות</translation>
  </message>
  <message>
   <source>Include patient identity</source>
   <translation>כולל זהות המטופל</translation>
  </message>
  <message>
   <source>Off each time this dialog opens</source>
   <translation>כבוי בכל פעם שהחלון הזה נפתח</translation>
  </message>
  <message>
   <source>One report for each study</source>
   <translation>דוח אחד לכל בדיקה</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>נייר</translation>
  </message>
  <message>
   <source>Paper of reports</source>
   <translation>נייר הדוחות</translation>
  </message>
  <message>
   <source>There is nothing to export.</source>
   <translation>אין מה לייצא.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export results</source>
   <translation>ייצוא תוצאות</translation>
  </message>
 </context>
 <context>
  <name>ExportProgress</name>
  <message>
   <source>Cancel the export</source>
   <translation>ביטול הייצוא</translation>
  </message>
  <message>
   <source>Files that are whole stay</source>
   <translation>קבצים שלמים נשארים</translation>
  </message>
  <message>
   <source>Finishing the file in hand</source>
   <translation>מסיים את הקובץ שבטיפול</translation>
  </message>
  <message>
   <source>Go on reading</source>
   <translation>המשך הפענוח</translation>
  </message>
  <message>
   <source>Progress of the export</source>
   <translation>התקדמות הייצוא</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>מתחיל</translation>
  </message>
  <message>
   <source>The export goes on; Ctrl+E shows it again</source>
   <translation>הייצוא נמשך; Ctrl+E מציג אותו שוב</translation>
  </message>
  <message>
   <source>The worklist stays usable meanwhile; what was chosen is written as it was.</source>
   <translation>רשימת העבודה נשארת שמישה בינתיים; מה שנבחר נכתב כפי שהיה.</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>כותב</translation>
  </message>
 </context>
 <context>
  <name>ExportResult</name>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Export more</source>
   <translation>ייצוא נוסף</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>הצגה בתיקייה</translation>
  </message>
 </context>
 <context>
  <name>ExportRoom</name>
  <message>
   <source>Export written</source>
   <translation>הייצוא נכתב</translation>
  </message>
  <message>
   <source>No model is installed, so there is nothing to export.</source>
   <translation>לא מותקן מודל, ולכן אין מה לייצא.</translation>
  </message>
  <message>
   <source>The export is not complete</source>
   <translation>הייצוא אינו שלם</translation>
  </message>
  <message>
   <source>Writing the export</source>
   <translation>הייצוא נכתב כעת</translation>
  </message>
 </context>
 <context>
  <name>FilterField</name>
  <message>
   <source>Clear the filter</source>
   <translation>ניקוי המסנן</translation>
  </message>
  <message>
   <source>Filter by name, ID, date, accession, description</source>
   <translation>סינון לפי שם, מזהה, תאריך, מספר קבלה, תיאור</translation>
  </message>
  <message>
   <source>Filter of the worklist</source>
   <translation>מסנן רשימת העבודה</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>מסננים שמורים</translation>
  </message>
  <message>
   <source>Show only studies that match what stands here; Esc clears it</source>
   <translation>רק בדיקות שמתאימות לכתוב כאן; Esc מנקה</translation>
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
   <translation>תקין</translation>
  </message>
  <message>
   <source>Not usable</source>
   <translation>לא שמיש</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>אחר</translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation>דלקת ריאות</translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation>שחפת</translation>
  </message>
 </context>
 <context>
  <name>FindingsPanel</name>
  <message>
   <source>Checks</source>
   <translation>בדיקות תקינות</translation>
  </message>
  <message>
   <source>Choose a study to see its findings.</source>
   <translation>יש לבחור בדיקה כדי לראות את ממצאיה.</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>ראיות</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>ממצאים</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>מפת חום</translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation>סימון הבדיקה כמפוענחת ומעבר לבאה שטרם פוענחה</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>Open the model card  ·  F2</source>
   <translation>פתיחת כרטיס המודל  ·  F2</translation>
  </message>
  <message>
   <source>Read and next</source>
   <translation>פוענח והלאה</translation>
  </message>
  <message>
   <source>What the model is for, what it was measured on, and every number</source>
   <translation>למה המודל מיועד, על מה נמדד, וכל המספרים</translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation>ההתרשמות שלך</translation>
  </message>
 </context>
 <context>
  <name>FirstLook</name>
  <message>
   <source>Starting…</source>
   <translation>מתחיל…</translation>
  </message>
 </context>
 <context>
  <name>Gallery</name>
  <message>
   <source>Hits</source>
   <translation>פגיעות</translation>
  </message>
  <message>
   <source>Misses</source>
   <translation>החמצות</translation>
  </message>
  <message>
   <source>in truth {0}</source>
   <translation>באמת {0}</translation>
  </message>
 </context>
 <context>
  <name>GuardPanel</name>
  <message>
   <source>Before you switch</source>
   <translation>לפני ההחלפה</translation>
  </message>
  <message>
   <source>Keep the present model</source>
   <translation>להשאיר את המודל הנוכחי</translation>
  </message>
  <message>
   <source>No study of the open worklist has a number, so there is nothing to compare.</source>
   <translation>לאף בדיקה ברשימת העבודה הפתוחה אין מספר, ולכן אין מה להשוות.</translation>
  </message>
  <message>
   <source>Score this worklist with the new model</source>
   <translation>מתן ציון לרשימת העבודה במודל החדש</translation>
  </message>
  <message>
   <source>The new model has no operating points, so no study can cross one.</source>
   <translation>למודל החדש אין נקודות עבודה, ולכן אף בדיקה לא תחצה אחת.</translation>
  </message>
  <message>
   <source>The new model is loaded</source>
   <translation>המודל החדש נטען</translation>
  </message>
  <message>
   <source>The present model sorts by {0}, the new one by {1}: places are compared, not risks.</source>
   <translation>המודל הנוכחי ממיין לפי {0}, החדש לפי {1}: מושווים מקומות, לא סיכונים.</translation>
  </message>
  <message>
   <source>The present model stays. The new one can be chosen in the menu Model at any time.</source>
   <translation>המודל הנוכחי נשאר. את החדש אפשר לבחור בתפריט מודל בכל עת.</translation>
  </message>
  <message>
   <source>The worklist is scored again with the new model.</source>
   <translation>רשימת העבודה מקבלת ציון מחדש במודל החדש.</translation>
  </message>
  <message>
   <source>Use this model now</source>
   <translation>שימוש במודל זה עכשיו</translation>
  </message>
  <message>
   <source>scoring</source>
   <translation>מתן ציון</translation>
  </message>
  <message>
   <source>{0} studies of the open worklist have a number. Scored with the new model too, it shows which of them change their place or cross the operating point. Nothing in the worklist changes yet.</source>
   <translation>ל־{0} בדיקות ברשימת העבודה הפתוחה יש מספר. מתן ציון גם במודל החדש יראה אילו מהן משנות מקום או חוצות את נקודת העבודה. דבר ברשימת העבודה אינו משתנה עדיין.</translation>
  </message>
 </context>
 <context>
  <name>GuardTable</name>
  <message>
   <source>Studies that change</source>
   <translation>בדיקות שמשתנות</translation>
  </message>
 </context>
 <context>
  <name>Headline</name>
  <message>
   <source>Image {0} of {1}</source>
   <translation>תמונה {0} מתוך {1}</translation>
  </message>
  <message>
   <source>Image {0} of {1}, highest risk</source>
   <translation>תמונה {0} מתוך {1}, הסיכון הגבוה ביותר</translation>
  </message>
  <message>
   <source>What this number means, and what it does not</source>
   <translation>מה המספר הזה אומר, ומה אינו אומר</translation>
  </message>
  <message>
   <source>being scored</source>
   <translation>מקבל ציון</translation>
  </message>
  <message>
   <source>hidden until your impression is recorded</source>
   <translation>מוסתר עד שההתרשמות שלך תירשם</translation>
  </message>
  <message>
   <source>waiting to be scored</source>
   <translation>ממתין לציון</translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation>‏{0}, קיבל ציון לפי בקשה</translation>
  </message>
 </context>
 <context>
  <name>HeatMapSection</name>
  <message>
   <source>No heat map for {0}</source>
   <translation>אין מפת חום עבור {0}</translation>
  </message>
  <message>
   <source>What a heat map shows, and what it does not</source>
   <translation>מה מפת חום מראה, ומה אינה מראה</translation>
  </message>
  <message>
   <source>{0}: drawn on a relative scale</source>
   <translation>‏{0}: מצויר בסולם יחסי</translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation>‏{0}: אין ראיות חיוביות</translation>
  </message>
  <message>
   <source>{0}: not drawn, below the operating point</source>
   <translation>‏{0}: לא צויר, מתחת לנקודת העבודה</translation>
  </message>
  <message>
   <source>{0}: not drawn, the model's card gives no scale for it</source>
   <translation>‏{0}: לא צויר, כרטיס המודל אינו נותן לו סולם</translation>
  </message>
  <message>
   <source>{0}: strongest at {1:.1f} of {2:.1f} logit</source>
   <translation>‏{0}: שיא {1:.1f} מתוך {2:.1f} logit</translation>
  </message>
 </context>
 <context>
  <name>HelpDesk</name>
  <message>
   <source>The manual is missing or cannot be read. Please install the program again.</source>
   <translation>המדריך חסר או שאינו נקרא. נא להתקין את התוכנית מחדש.</translation>
  </message>
  <message>
   <source>This is version {0}</source>
   <translation>זוהי גרסה {0}</translation>
  </message>
  <message>
   <source>What has changed is in the Help menu.</source>
   <translation>מה שהשתנה מופיע בתפריט העזרה.</translation>
  </message>
  <message>
   <source>What's new</source>
   <translation>מה חדש</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>Image</source>
   <translation>תמונה</translation>
  </message>
 </context>
 <context>
  <name>ImpressionSection</name>
  <message>
   <source>Blind reading: say what you see, then record it. Scores are shown after that.</source>
   <translation>פענוח עיוור: לומר מה רואים, ואז לרשום. הציונים מוצגים אחרי כן.</translation>
  </message>
  <message>
   <source>Choose what you see first</source>
   <translation>יש לבחור תחילה מה רואים</translation>
  </message>
  <message>
   <source>Record and show scores  ·  {0}</source>
   <translation>רישום והצגת ציונים  ·  {0}</translation>
  </message>
  <message>
   <source>Recorded blind {0}. Press again to undo.</source>
   <translation>נרשם בעיוורון {0}. לחיצה נוספת מבטלת.</translation>
  </message>
  <message>
   <source>Recorded {0} by {1}. Press again to undo.</source>
   <translation>נרשם {0} על ידי {1}. לחיצה נוספת מבטלת.</translation>
  </message>
  <message>
   <source>Recorded {0}. Press again to undo.</source>
   <translation>נרשם {0}. לחיצה נוספת מבטלת.</translation>
  </message>
  <message>
   <source>The score of this study was in sight before, so your impression will not count as blind.</source>
   <translation>הציון של הבדיקה הזו כבר נראה קודם, ולכן ההתרשמות שלך לא תיחשב עיוורת.</translation>
  </message>
  <message>
   <source>What you said is final; scores, findings and heat maps are shown ({0})</source>
   <translation>מה שנאמר סופי; הציונים, הממצאים ומפות החום מוצגים ({0})</translation>
  </message>
  <message>
   <source>What you see yourself. Nothing is recorded yet.</source>
   <translation>מה שרואים בעיניך. עדיין לא נרשם דבר.</translation>
  </message>
  <message>
   <source>with the model; {0}</source>
   <translation>עם המודל; {0}</translation>
  </message>
 </context>
 <context>
  <name>InspectionView</name>
  <message>
   <source>CLASSES AND SPLITS</source>
   <translation>מחלקות וחלוקות</translation>
  </message>
  <message>
   <source>Class of interest</source>
   <translation>מחלקת העניין</translation>
  </message>
  <message>
   <source>SOME OF THE IMAGES</source>
   <translation>כמה מהתמונות</translation>
  </message>
  <message>
   <source>WHAT THE LABELS MEAN</source>
   <translation>משמעות התוויות</translation>
  </message>
  <message>
   <source>What must not be missed: sensitivity is its share found.</source>
   <translation>מה שאסור להחמיץ: הרגישות היא החלק שנמצא ממנו.</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>Stopped before everything was read.</source>
   <translation>נעצר לפני שהכול נקרא.</translation>
  </message>
  <message>
   <source>What was found in the data could not be read. The log says more.</source>
   <translation>אי אפשר היה לקרוא את מה שנמצא בנתונים. ביומן יש עוד.</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press a key…</source>
   <translation>יש ללחוץ על מקש…</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>אין מקש</translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>No key has these words.</source>
   <translation>אין מפתח עם המילים האלה.</translation>
  </message>
  <message>
   <source>Search all keys: rotation, dropout, optimiser …</source>
   <translation>חיפוש בכל המפתחות: rotation, dropout, optimiser …</translation>
  </message>
  <message>
   <source>Search keys</source>
   <translation>חיפוש מפתחות</translation>
  </message>
 </context>
 <context>
  <name>KeyRow</name>
  <message>
   <source>Another key for {0}</source>
   <translation>מקש נוסף עבור {0}</translation>
  </message>
  <message>
   <source>As in the recipe</source>
   <translation>כמו במתכון</translation>
  </message>
  <message>
   <source>Back to {0}</source>
   <translation>חזרה אל {0}</translation>
  </message>
  <message>
   <source>Changed, the recipe says {0}</source>
   <translation>שונה, במתכון {0}</translation>
  </message>
  <message>
   <source>Keys of {0}</source>
   <translation>מקשי {0}</translation>
  </message>
  <message>
   <source>Put back the keys of {0}</source>
   <translation>החזרת המקשים של {0}</translation>
  </message>
  <message>
   <source>Reset {0}</source>
   <translation>איפוס {0}</translation>
  </message>
  <message>
   <source>Then press the new key. Esc leaves it as it is, Backspace takes it away.</source>
   <translation>אחר כך ללחוץ על המקש החדש. Esc משאיר כמו שהיה, Backspace מסיר.</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>שימוש כאן</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>אין מקש</translation>
  </message>
 </context>
 <context>
  <name>KeysPage</name>
  <message>
   <source>Its key {0} is used elsewhere now.</source>
   <translation>המקש שלו {0} משמש עכשיו במקום אחר.</translation>
  </message>
  <message>
   <source>Press a button, then the new key. No key does two things.</source>
   <translation>יש ללחוץ על כפתור ואז על המקש החדש. אין מקש שעושה שני דברים.</translation>
  </message>
  <message>
   <source>Put back all keys</source>
   <translation>החזרת כל המקשים</translation>
  </message>
  <message>
   <source>{0} belongs to “{1}”.</source>
   <translation>‏{0} שייך ל„{1}”.</translation>
  </message>
  <message>
   <source>{0} moves in lists and fields. Choose another key.</source>
   <translation>‏{0} משמש לתנועה ברשימות ובשדות. יש לבחור מקש אחר.</translation>
  </message>
 </context>
 <context>
  <name>LabelMapping</name>
  <message>
   <source>(no label)</source>
   <translation>(ללא תווית)</translation>
  </message>
  <message>
   <source>Choose a class, type a name of your own, or leave the label out.</source>
   <translation>יש לבחור מחלקה, להקליד שם משלך, או להשמיט את התווית.</translation>
  </message>
  <message>
   <source>Class of the label {0}</source>
   <translation>המחלקה של התווית {0}</translation>
  </message>
  <message>
   <source>IMAGES</source>
   <translation>תמונות</translation>
  </message>
  <message>
   <source>LABEL IN THE DATA</source>
   <translation>התווית בנתונים</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>השמטה</translation>
  </message>
  <message>
   <source>MEANS</source>
   <translation>משמעות</translation>
  </message>
  <message>
   <source>{0} rarer labels mean what they say.</source>
   <translation>‏{0} תוויות נדירות יותר משמען כמילותיהן.</translation>
  </message>
 </context>
 <context>
  <name>LeaveDialog</name>
  <message>
   <source>It can go on by itself, also after the program is closed. Stopped, it is kept as it stands. Either way it is found again on the first page, under “Go on with a run”.</source>
   <translation>הוא יכול להימשך בעצמו, גם אחרי סגירת התוכנית. אם ייעצר, יישמר כפי שהוא. כך או כך אפשר למצוא אותו בדף הראשון, תחת „המשך הרצה”.</translation>
  </message>
  <message>
   <source>Let it go on</source>
   <translation>שימשיך</translation>
  </message>
  <message>
   <source>Stay here</source>
   <translation>להישאר כאן</translation>
  </message>
  <message>
   <source>Stop it</source>
   <translation>לעצור אותו</translation>
  </message>
  <message>
   <source>Training is running</source>
   <translation>האימון פועל</translation>
  </message>
  <message>
   <source>What shall become of the training?</source>
   <translation>מה לעשות באימון?</translation>
  </message>
 </context>
 <context>
  <name>LungZone</name>
  <message>
   <source>both lower zones</source>
   <translation>שני האזורים התחתונים</translation>
  </message>
  <message>
   <source>both middle zones</source>
   <translation>שני האזורים האמצעיים</translation>
  </message>
  <message>
   <source>both upper zones</source>
   <translation>שני האזורים העליונים</translation>
  </message>
  <message>
   <source>left lower zone</source>
   <translation>אזור תחתון שמאלי</translation>
  </message>
  <message>
   <source>left middle and lower zones</source>
   <translation>אזורים אמצעי ותחתון שמאליים</translation>
  </message>
  <message>
   <source>left middle zone</source>
   <translation>אזור אמצעי שמאלי</translation>
  </message>
  <message>
   <source>left upper and lower zones</source>
   <translation>אזורים עליון ותחתון שמאליים</translation>
  </message>
  <message>
   <source>left upper and middle zones</source>
   <translation>אזורים עליון ואמצעי שמאליים</translation>
  </message>
  <message>
   <source>left upper zone</source>
   <translation>אזור עליון שמאלי</translation>
  </message>
  <message>
   <source>outside the lungs</source>
   <translation>מחוץ לריאות</translation>
  </message>
  <message>
   <source>right lower and left middle zones</source>
   <translation>אזורים תחתון ימני ואמצעי שמאלי</translation>
  </message>
  <message>
   <source>right lower and left upper zones</source>
   <translation>אזורים תחתון ימני ועליון שמאלי</translation>
  </message>
  <message>
   <source>right lower zone</source>
   <translation>אזור תחתון ימני</translation>
  </message>
  <message>
   <source>right middle and left lower zones</source>
   <translation>אזורים אמצעי ימני ותחתון שמאלי</translation>
  </message>
  <message>
   <source>right middle and left upper zones</source>
   <translation>אזורים אמצעי ימני ועליון שמאלי</translation>
  </message>
  <message>
   <source>right middle and lower zones</source>
   <translation>אזורים אמצעי ותחתון ימניים</translation>
  </message>
  <message>
   <source>right middle zone</source>
   <translation>אזור אמצעי ימני</translation>
  </message>
  <message>
   <source>right upper and left lower zones</source>
   <translation>אזורים עליון ימני ותחתון שמאלי</translation>
  </message>
  <message>
   <source>right upper and left middle zones</source>
   <translation>אזורים עליון ימני ואמצעי שמאלי</translation>
  </message>
  <message>
   <source>right upper and lower zones</source>
   <translation>אזורים עליון ותחתון ימניים</translation>
  </message>
  <message>
   <source>right upper and middle zones</source>
   <translation>אזורים עליון ואמצעי ימניים</translation>
  </message>
  <message>
   <source>right upper zone</source>
   <translation>אזור עליון ימני</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>&amp;Undo</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>&amp;Undo {0}</source>
   <translation>ביטול {0}</translation>
  </message>
 </context>
 <context>
  <name>ManualWindow</name>
  <message>
   <source>Back (Alt+Left)</source>
   <translation>חזרה (Alt+Left)</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>תוכן</translation>
  </message>
  <message>
   <source>Forward (Alt+Right)</source>
   <translation>קדימה (Alt+Right)</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>מדריך</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>חיפוש במדריך</translation>
  </message>
  <message>
   <source>Sections found: {0}</source>
   <translation>סעיפים שנמצאו: {0}</translation>
  </message>
  <message>
   <source>Sections that have all these words (Ctrl+F); Enter opens the first</source>
   <translation>סעיפים שיש בהם כל המילים האלה (Ctrl+F); ‏Enter פותח את הראשון</translation>
  </message>
  <message>
   <source>The manual is in English</source>
   <translation>המדריך כתוב באנגלית</translation>
  </message>
 </context>
 <context>
  <name>MapControls</name>
  <message>
   <source>Also below the operating point: weak evidence</source>
   <translation>גם מתחת לנקודת העבודה: ראיות חלשות</translation>
  </message>
  <message>
   <source>Boxes round the regions, with the zone and its share of the lung</source>
   <translation>מסגרות סביב האזורים, עם שם האזור וחלקו בריאה</translation>
  </message>
  <message>
   <source>Boxes with zones</source>
   <translation>מסגרות עם אזורים</translation>
  </message>
  <message>
   <source>Draw only what reaches this share of the scale; the dashed line runs there</source>
   <translation>לצייר רק מה שמגיע לחלק זה של הסולם; הקו המקווקו עובר שם</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>מפת חום</translation>
  </message>
  <message>
   <source>Heat map on or off</source>
   <translation>הפעלה או כיבוי של מפת החום</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>אטימות מפת החום</translation>
  </message>
  <message>
   <source>Heat map threshold</source>
   <translation>סף מפת החום</translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image (Alt+wheel on the image)</source>
   <translation>עד כמה מפת החום מכסה את התמונה (Alt+גלגלת על התמונה)</translation>
  </message>
  <message>
   <source>How the heat map is computed</source>
   <translation>כיצד מפת החום מחושבת</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>שיטה</translation>
  </message>
  <message>
   <source>Method of the heat map</source>
   <translation>שיטת מפת החום</translation>
  </message>
  <message>
   <source>No threshold</source>
   <translation>בלי סף</translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation>אטימות {0}</translation>
  </message>
  <message>
   <source>Outline only</source>
   <translation>קו מתאר בלבד</translation>
  </message>
  <message>
   <source>The line round the regions without their colours</source>
   <translation>הקו סביב האזורים בלי צבעיהם</translation>
  </message>
  <message>
   <source>Threshold {0}</source>
   <translation>סף {0}</translation>
  </message>
  <message>
   <source>Weak evidence too</source>
   <translation>גם ראיות חלשות</translation>
  </message>
  <message>
   <source>{0} No map outlines disease.</source>
   <translation>‏{0} שום מפה אינה מתווה מחלה.</translation>
  </message>
 </context>
 <context>
  <name>MapMenu</name>
  <message>
   <source>Colours</source>
   <translation>צבעים</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>מפת חום</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>אטימות מפת החום</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>שיטה</translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation>אטימות {0}</translation>
  </message>
 </context>
 <context>
  <name>MapProgress</name>
  <message>
   <source>Cancel</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>Heat map being computed</source>
   <translation>מפת החום בחישוב</translation>
  </message>
  <message>
   <source>Stop computing, and show the map that came with the score</source>
   <translation>עצירת החישוב והצגת המפה שהגיעה עם הציון</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>&amp;Group by</source>
   <translation>קיבוץ לפי</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>תמונה</translation>
  </message>
  <message>
   <source>C&amp;olumns</source>
   <translation>עמודות</translation>
  </message>
  <message>
   <source>File</source>
   <translation>קובץ</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>עזרה</translation>
  </message>
  <message>
   <source>Menus</source>
   <translation>תפריטים</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>No model found</source>
   <translation>לא נמצא מודל</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>פתיחת אחרונות</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>בדיקה</translation>
  </message>
  <message>
   <source>Ur&amp;gency</source>
   <translation>דחיפות</translation>
  </message>
  <message>
   <source>View</source>
   <translation>תצוגה</translation>
  </message>
  <message>
   <source>Your &amp;impression</source>
   <translation>ההתרשמות שלך</translation>
  </message>
 </context>
 <context>
  <name>ModelGuard</name>
  <message>
   <source>The comparison ended without numbers.</source>
   <translation>ההשוואה הסתיימה בלי מספרים.</translation>
  </message>
  <message>
   <source>There is no room for the comparison on this disk.</source>
   <translation>אין מקום להשוואה בדיסק זה.</translation>
  </message>
 </context>
 <context>
  <name>ModelLegend</name>
  <message>
   <source>Bar: {0}. Ring: {1}.</source>
   <translation>פס: {0}. טבעת: {1}.</translation>
  </message>
  <message>
   <source>{0}, second opinion</source>
   <translation>‏{0}, חוות דעת שנייה</translation>
  </message>
 </context>
 <context>
  <name>NotScoredCard</name>
  <message>
   <source>A number against the advice may mean nothing. It is marked as such, and the request is logged.</source>
   <translation>מספר בניגוד להמלצה עלול להיות חסר משמעות. הוא מסומן ככזה, והבקשה נרשמת.</translation>
  </message>
  <message>
   <source>Ask for a number against the advice (Study, Score anyway)</source>
   <translation>בקשת מספר בניגוד להמלצה (בדיקה, מתן ציון בכל זאת)</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>לא תמונה</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>ללא ציון</translation>
  </message>
  <message>
   <source>Nothing was predicted from this file. Read it as if no program had seen it.</source>
   <translation>לא נחזה דבר מקובץ זה. יש לפענח אותו כאילו אף תוכנית לא ראתה אותו.</translation>
  </message>
  <message>
   <source>Score and show the image {0}</source>
   <translation>מתן ציון והצגת התמונה {0}</translation>
  </message>
  <message>
   <source>Score anyway…</source>
   <translation>מתן ציון בכל זאת…</translation>
  </message>
  <message>
   <source>The file holds no radiograph. Nothing was predicted from it.</source>
   <translation>הקובץ אינו מכיל צילום. לא נחזה ממנו דבר.</translation>
  </message>
  <message>
   <source>The file stays untouched. The step is logged and can be undone.</source>
   <translation>הקובץ אינו משתנה. הצעד נרשם וניתן לביטול.</translation>
  </message>
  <message>
   <source>What the check looks at, and what you can do</source>
   <translation>מה הבדיקה בוחנת, ומה אפשר לעשות</translation>
  </message>
  <message>
   <source>no reason was given</source>
   <translation>לא ניתנה סיבה</translation>
  </message>
 </context>
 <context>
  <name>NoteFields</name>
  <message>
   <source>Free text</source>
   <translation>טקסט חופשי</translation>
  </message>
  <message>
   <source>Free text of your impression</source>
   <translation>טקסט חופשי של ההתרשמות שלך</translation>
  </message>
  <message>
   <source>Tags of the study</source>
   <translation>תגיות הבדיקה</translation>
  </message>
  <message>
   <source>Tags, for example: teaching follow-up</source>
   <translation>תגיות, למשל: הוראה מעקב</translation>
  </message>
  <message>
   <source>What you see, in your own words; saved by itself. Esc leaves</source>
   <translation>מה שרואים, במילים שלך; נשמר מעצמו. ‏Esc ליציאה</translation>
  </message>
  <message>
   <source>Words to find the study by; saved by themselves</source>
   <translation>מילים למציאת הבדיקה; נשמרות מעצמן</translation>
  </message>
 </context>
 <context>
  <name>Notes</name>
  <message>
   <source>Fault</source>
   <translation>תקלה</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>הערה</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>אזהרה</translation>
  </message>
 </context>
 <context>
  <name>NoticeDialog</name>
  <message>
   <source>Before you start</source>
   <translation>לפני שמתחילים</translation>
  </message>
  <message>
   <source>COVID-19, pneumonia, tuberculosis and normal, on frontal chest radiographs of adults. It does not look for a nodule, a pneumothorax, a fracture or anything else. A low number is not a normal study.</source>
   <translation>‏COVID-19, דלקת ריאות, שחפת ותקין, בצילומי חזה חזיתיים של מבוגרים. הוא אינו מחפש קשרית, חזה אוויר, שבר או כל דבר אחר. מספר נמוך אינו בדיקה תקינה.</translation>
  </message>
  <message>
   <source>Every study still has to be read. A heat map shows what raised a number, not where disease is.</source>
   <translation>עדיין יש לפענח כל בדיקה. מפת חום מראה מה העלה את המספר, לא היכן המחלה.</translation>
  </message>
  <message>
   <source>I understand</source>
   <translation>הבנתי</translation>
  </message>
  <message>
   <source>Images are read where they lie and are never changed. Results are kept in a file of your own.</source>
   <translation>התמונות נקראות במקומן ולעולם אינן משתנות. התוצאות נשמרות בקובץ משלך.</translation>
  </message>
  <message>
   <source>It has no approval of any authority. No decision about a patient may rest on it.</source>
   <translation>אין לו אישור של רשות כלשהי. אין לבסס עליו החלטה לגבי מטופל.</translation>
  </message>
  <message>
   <source>Its own model looks for four things</source>
   <translation>המודל שלו מחפש ארבעה דברים</translation>
  </message>
  <message>
   <source>Not a medical device</source>
   <translation>לא מכשיר רפואי</translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation>שום דבר אינו יוצא מהמחשב הזה</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>יציאה</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>לשימוש מחקרי בלבד. לא לאבחון ראשוני.</translation>
  </message>
  <message>
   <source>The order helps to choose what to read first</source>
   <translation>הסדר עוזר לבחור מה לפענח תחילה</translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>Blind-first reading: scores order nothing</source>
   <translation>פענוח עיוור תחילה: הציונים אינם קובעים סדר</translation>
  </message>
  <message>
   <source>Blind: by arrival</source>
   <translation>עיוור: לפי הגעה</translation>
  </message>
  <message>
   <source>By arrival</source>
   <translation>לפי הגעה</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>לפי סיכון</translation>
  </message>
  <message>
   <source>First come, first served; click to order by risk</source>
   <translation>ראשון בא ראשון מטופל; לחיצה ממיינת לפי סיכון</translation>
  </message>
  <message>
   <source>Order of the worklist: {0}</source>
   <translation>סדר רשימת העבודה: {0}</translation>
  </message>
  <message>
   <source>Urgency, then risk; click for first come, first served</source>
   <translation>דחיפות, ואז סיכון; לחיצה מסדרת לפי הגעה</translation>
  </message>
 </context>
 <context>
  <name>PaneStrip</name>
  <message>
   <source>Choose another study to stand at the right</source>
   <translation>בחירת בדיקה אחרת לצד ימין</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>מקושר</translation>
  </message>
  <message>
   <source>Not linked</source>
   <translation>לא מקושר</translation>
  </message>
  <message>
   <source>One image again</source>
   <translation>שוב תמונה אחת</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>אחרות</translation>
  </message>
  <message>
   <source>Others ({0})</source>
   <translation>אחרות ({0})</translation>
  </message>
  <message>
   <source>Window, zoom and place follow each other</source>
   <translation>חלון, זום ומקום עוקבים זה אחר זה</translation>
  </message>
 </context>
 <context>
  <name>PictureDialog</name>
  <message>
   <source>Cancel</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>Every picture is marked “Research use only”. Letters that are burned into the film itself stay in it.</source>
   <translation>כל תמונה מסומנת „לשימוש מחקרי בלבד”. אותיות הצרובות בצילום עצמו נשארות בו.</translation>
  </message>
  <message>
   <source>Heat map and outlines</source>
   <translation>מפת חום וקווי מתאר</translation>
  </message>
  <message>
   <source>Patient identity, institution and station</source>
   <translation>זהות המטופל, המוסד והתחנה</translation>
  </message>
  <message>
   <source>Save picture of the view</source>
   <translation>שמירת תמונת התצוגה</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>שמירה…</translation>
  </message>
  <message>
   <source>Text and measurements</source>
   <translation>טקסט ומדידות</translation>
  </message>
 </context>
 <context>
  <name>PictureGrid</name>
  <message>
   <source>{0} training images</source>
   <translation>‏{0} תמונות אימון</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message>
   <source>AS THE NETWORK SEES THEM</source>
   <translation>כפי שהרשת רואה אותן</translation>
  </message>
  <message>
   <source>Changed as during training, a few examples.</source>
   <translation>משתנות כמו באימון, כמה דוגמאות.</translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation>ציור מחדש</translation>
  </message>
  <message>
   <source>Drawing…</source>
   <translation>מצייר…</translation>
  </message>
 </context>
 <context>
  <name>ProgressRow</name>
  <message>
   <source>Stop</source>
   <translation>עצירה</translation>
  </message>
 </context>
 <context>
  <name>ProvenanceSection</name>
  <message>
   <source>Computed on</source>
   <translation>חושב על</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>גיבוב</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>Scored at</source>
   <translation>מועד הציון</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>מודל שני</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>משך</translation>
  </message>
  <message>
   <source>{0:.2f} s</source>
   <translation>‏{0:.2f} שנ׳</translation>
  </message>
 </context>
 <context>
  <name>PublishForm</name>
  <message>
   <source>As readers see it in the menu</source>
   <translation>כפי שהקוראים רואים בתפריט</translation>
  </message>
  <message>
   <source>For folders and commands: small letters, digits, - and _</source>
   <translation>לתיקיות ולפקודות: אותיות קטנות, ספרות, - ו־_</translation>
  </message>
  <message>
   <source>Intended use</source>
   <translation>ייעוד</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>שם</translation>
  </message>
  <message>
   <source>One or two sentences: for which images, at which site, to what end, and that every image is read</source>
   <translation>משפט או שניים: לאילו תמונות, באיזה אתר, לאיזו מטרה, ושכל תמונה מפוענחת</translation>
  </message>
  <message>
   <source>Replace the model of this name</source>
   <translation>החלפת המודל בשם זה</translation>
  </message>
  <message>
   <source>Say what the model is meant for.</source>
   <translation>יש לומר למה המודל מיועד.</translation>
  </message>
  <message>
   <source>The intended use is longer than {0} letters.</source>
   <translation>הייעוד ארוך מ־{0} אותיות.</translation>
  </message>
  <message>
   <source>The model needs a title.</source>
   <translation>המודל צריך כותרת.</translation>
  </message>
  <message>
   <source>The model needs a version.</source>
   <translation>המודל צריך גרסה.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>כותרת</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>גרסה</translation>
  </message>
 </context>
 <context>
  <name>PublishPage</name>
  <message>
   <source>An ensemble is no single model; one of its networks can be one</source>
   <translation>אנסמבל אינו מודל יחיד; אחת מרשתותיו יכולה להיות</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>רשת</translation>
  </message>
  <message>
   <source>Network {0}</source>
   <translation>רשת {0}</translation>
  </message>
  <message>
   <source>No model was written.</source>
   <translation>לא נכתב מודל.</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>פרסום</translation>
  </message>
  <message>
   <source>Published: {0} {1}</source>
   <translation>פורסם: {0} {1}</translation>
  </message>
  <message>
   <source>Publishing was stopped. No model was written.</source>
   <translation>הפרסום נעצר. לא נכתב מודל.</translation>
  </message>
  <message>
   <source>The best epoch becomes a model of this program: calibrated on the validation images, measured once on the test images, with a card that says so.</source>
   <translation>המחזור הטוב ביותר הופך למודל של התוכנית: מכויל על תמונות התיקוף, נמדד פעם אחת על תמונות המבחן, עם כרטיס שאומר זאת.</translation>
  </message>
  <message>
   <source>The model is calibrated and measured</source>
   <translation>המודל מכויל ונמדד</translation>
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
   <translation>שם הקורא</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>קורא</translation>
  </message>
 </context>
 <context>
  <name>RecipeDetails</name>
  <message>
   <source>As in the data: {0}</source>
   <translation>כמו בנתונים: {0}</translation>
  </message>
  <message>
   <source>As in the recipe: {0}</source>
   <translation>כמו במתכון: {0}</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>גודל אצווה</translation>
  </message>
  <message>
   <source>CLASSES</source>
   <translation>מחלקות</translation>
  </message>
  <message>
   <source>Choose another recipe, or give the labels other meanings on the first page.</source>
   <translation>יש לבחור מתכון אחר, או לתת לתוויות משמעויות אחרות בדף הראשון.</translation>
  </message>
  <message>
   <source>Choose “As in the data” under Classes, or another recipe.</source>
   <translation>יש לבחור „כמו בנתונים” תחת מחלקות, או מתכון אחר.</translation>
  </message>
  <message>
   <source>Classes</source>
   <translation>מחלקות</translation>
  </message>
  <message>
   <source>Cut at</source>
   <translation>חתוך ב</translation>
  </message>
  <message>
   <source>INITIAL WEIGHTS</source>
   <translation>משקלים התחלתיים</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>גודל התמונה</translation>
  </message>
  <message>
   <source>Learns</source>
   <translation>לומד</translation>
  </message>
  <message>
   <source>NETWORK</source>
   <translation>רשת</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>רשת</translation>
  </message>
  <message>
   <source>REPORTED</source>
   <translation>מדווח</translation>
  </message>
  <message>
   <source>TIME ON THIS COMPUTER</source>
   <translation>זמן במחשב זה</translation>
  </message>
  <message>
   <source>The data have no images of {0}.</source>
   <translation>אין בנתונים תמונות של {0}.</translation>
  </message>
  <message>
   <source>This recipe has no place for {0}: these images are not used.</source>
   <translation>אין במתכון הזה מקום ל{0}: תמונות אלה אינן בשימוש.</translation>
  </message>
  <message>
   <source>VARIANT</source>
   <translation>גרסה</translation>
  </message>
 </context>
 <context>
  <name>RecipePage</name>
  <message>
   <source>No recipe has these words.</source>
   <translation>אין מתכון עם המילים האלה.</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>מתכון</translation>
  </message>
  <message>
   <source>Search recipes</source>
   <translation>חיפוש מתכונים</translation>
  </message>
  <message>
   <source>Search: covid, densenet, S6 …</source>
   <translation>חיפוש: covid, densenet, S6 …</translation>
  </message>
  <message>
   <source>Which recipe?</source>
   <translation>איזה מתכון?</translation>
  </message>
 </context>
 <context>
  <name>ReportView</name>
  <message>
   <source>By age</source>
   <translation>לפי גיל</translation>
  </message>
  <message>
   <source>By source</source>
   <translation>לפי מקור</translation>
  </message>
  <message>
   <source>By view</source>
   <translation>לפי מבט</translation>
  </message>
  <message>
   <source>Confusion matrix of the likeliest class</source>
   <translation>מטריצת בלבול של המחלקה הסבירה ביותר</translation>
  </message>
 </context>
 <context>
  <name>RunList</name>
  <message>
   <source>DATA</source>
   <translation>נתונים</translation>
  </message>
  <message>
   <source>EPOCHS</source>
   <translation>מחזורים</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>נכשל</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>הסתיים</translation>
  </message>
  <message>
   <source>LAST CHANGE</source>
   <translation>שינוי אחרון</translation>
  </message>
  <message>
   <source>RUN</source>
   <translation>הרצה</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>פועל</translation>
  </message>
  <message>
   <source>STATE</source>
   <translation>מצב</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>נעצר</translation>
  </message>
  <message>
   <source>There is no run on this computer yet. Choose “Train a model” to begin one.</source>
   <translation>אין עדיין הרצה במחשב זה. יש לבחור „אימון מודל” כדי להתחיל.</translation>
  </message>
  <message>
   <source>Training runs</source>
   <translation>הרצות אימון</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} מתוך {1}</translation>
  </message>
  <message>
   <source>{0}, nothing saved</source>
   <translation>‏{0}, דבר לא נשמר</translation>
  </message>
 </context>
 <context>
  <name>RunLog</name>
  <message>
   <source>Log of the training</source>
   <translation>יומן האימון</translation>
  </message>
 </context>
 <context>
  <name>RunPage</name>
  <message>
   <source>Back to the settings</source>
   <translation>חזרה להגדרות</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>המשך</translation>
  </message>
  <message>
   <source>Keep training when the window closes</source>
   <translation>להמשיך באימון כשהחלון נסגר</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>השהיה</translation>
  </message>
  <message>
   <source>Save and end; the best epoch so far can be measured and published</source>
   <translation>שמירה וסיום; אפשר למדוד ולפרסם את המחזור הטוב ביותר עד כה</translation>
  </message>
  <message>
   <source>Save and free the processor; goes on exactly here, also after a restart</source>
   <translation>שמירה ושחרור המעבד; ממשיך בדיוק מכאן, גם אחרי הפעלה מחדש</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>עצירה</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>אימון</translation>
  </message>
  <message>
   <source>Without it you are asked when you close the window</source>
   <translation>בלעדיו תישאל כשהחלון נסגר</translation>
  </message>
 </context>
 <context>
  <name>RunStatus</name>
  <message>
   <source> in {0}</source>
   <translation> תוך {0}</translation>
  </message>
  <message>
   <source>Batch {0} of {1}</source>
   <translation>אצווה {0} מתוך {1}</translation>
  </message>
  <message>
   <source>Best epoch: {0}</source>
   <translation>המחזור הטוב ביותר: {0}</translation>
  </message>
  <message>
   <source>Ending: this batch, then everything is saved</source>
   <translation>מסיים: אצווה זו, ואז הכול נשמר</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>הסתיים</translation>
  </message>
  <message>
   <source>No epoch was measured yet</source>
   <translation>עדיין לא נמדד מחזור</translation>
  </message>
  <message>
   <source>Paused{0}</source>
   <translation>מושהה{0}</translation>
  </message>
  <message>
   <source>Progress of the training</source>
   <translation>התקדמות האימון</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>פועל</translation>
  </message>
  <message>
   <source>Saved. It goes on exactly here, also after the program was closed</source>
   <translation>נשמר. ממשיך בדיוק מכאן, גם אחרי שהתוכנית נסגרה</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>מתחיל</translation>
  </message>
  <message>
   <source>Stopped{0}</source>
   <translation>נעצר{0}</translation>
  </message>
  <message>
   <source>The images are read and the network is built</source>
   <translation>התמונות נקראות והרשת נבנית</translation>
  </message>
  <message>
   <source>The training failed{0}</source>
   <translation>האימון נכשל{0}</translation>
  </message>
  <message>
   <source>Trained. The report is made</source>
   <translation>האימון הסתיים. הדוח נוצר</translation>
  </message>
  <message>
   <source>epoch {0} of {1}</source>
   <translation>מחזור {0} מתוך {1}</translation>
  </message>
  <message>
   <source>it took {0}</source>
   <translation>נמשך {0}</translation>
  </message>
  <message>
   <source>until about {0}</source>
   <translation>עד בערך {0}</translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation>‏{0} תמונות לשנייה</translation>
  </message>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>‏{0}: {1} מתוך {2}</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>&amp;Delete</source>
   <translation>מחיקה</translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>שינוי שם</translation>
  </message>
  <message>
   <source>&amp;Save this filter…</source>
   <translation>שמירת המסנן הזה…</translation>
  </message>
  <message>
   <source>Name of the filter</source>
   <translation>שם המסנן</translation>
  </message>
  <message>
   <source>No filter is saved yet</source>
   <translation>עדיין לא נשמר מסנן</translation>
  </message>
  <message>
   <source>Rename the filter</source>
   <translation>שינוי שם המסנן</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>שמירת המסנן הזה</translation>
  </message>
 </context>
 <context>
  <name>SectionHeading</name>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>פתיחה</translation>
  </message>
 </context>
 <context>
  <name>SettingRow</name>
  <message>
   <source>Back to {0}</source>
   <translation>חזרה אל {0}</translation>
  </message>
  <message>
   <source>Put back {0}</source>
   <translation>החזרת {0}</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>A file that takes longer is set aside</source>
   <translation>קובץ שנמשך יותר מכך מונח בצד</translation>
  </message>
  <message>
   <source>A line round both lungs and between their zones</source>
   <translation>קו סביב שתי הריאות ובין אזוריהן</translation>
  </message>
  <message>
   <source>A study rises after waiting</source>
   <translation>בדיקה עולה אחרי המתנה</translation>
  </message>
  <message>
   <source>All rise evenly in lightness and suit every kind of colour vision</source>
   <translation>כולם עולים בבהירות באופן אחיד ומתאימים לכל סוג ראיית צבע</translation>
  </message>
  <message>
   <source>Among studies of equal urgency</source>
   <translation>בין בדיקות בדחיפות שווה</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>כמו המערכת</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>אוטומטי</translation>
  </message>
  <message>
   <source>Automatic takes a graphics card where there is one</source>
   <translation>אוטומטי משתמש בכרטיס מסך אם יש</translation>
  </message>
  <message>
   <source>Beyond the models; a file that needs more is set aside</source>
   <translation>מעבר למודלים; קובץ שדורש יותר מונח בצד</translation>
  </message>
  <message>
   <source>Blind-first reading</source>
   <translation>פענוח עיוור תחילה</translation>
  </message>
  <message>
   <source>Boxes round heat map regions</source>
   <translation>מסגרות סביב אזורי מפת החום</translation>
  </message>
  <message>
   <source>Bundled default</source>
   <translation>ברירת המחדל המצורפת</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>לפי סיכון</translation>
  </message>
  <message>
   <source>Cividis</source>
   <translation>Cividis</translation>
  </message>
  <message>
   <source>Compact worklist rows</source>
   <translation>שורות צפופות ברשימת העבודה</translation>
  </message>
  <message>
   <source>Compute device</source>
   <translation>התקן חישוב</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>כהה</translation>
  </message>
  <message>
   <source>Draw heat maps below the operating point</source>
   <translation>ציור מפות חום מתחת לנקודת העבודה</translation>
  </message>
  <message>
   <source>Figures stay Latin in every language</source>
   <translation>הספרות נשארות לטיניות בכל שפה</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>קבצים</translation>
  </message>
  <message>
   <source>First come, first served</source>
   <translation>ראשון בא ראשון מטופל</translation>
  </message>
  <message>
   <source>For a new study above the operating points; without names</source>
   <translation>לבדיקה חדשה מעל נקודות העבודה; בלי שמות</translation>
  </message>
  <message>
   <source>GB</source>
   <translation>GB</translation>
  </message>
  <message>
   <source>Graphics card (Apple)</source>
   <translation>כרטיס מסך (Apple)</translation>
  </message>
  <message>
   <source>Graphics card (CUDA)</source>
   <translation>כרטיס מסך (CUDA)</translation>
  </message>
  <message>
   <source>Heat map as an outline only</source>
   <translation>מפת חום כקו מתאר בלבד</translation>
  </message>
  <message>
   <source>Heat map colours</source>
   <translation>צבעי מפת החום</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>אטימות מפת החום</translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image</source>
   <translation>עד כמה מפת החום מכסה את התמונה</translation>
  </message>
  <message>
   <source>Image on second screen</source>
   <translation>התמונה במסך השני</translation>
  </message>
  <message>
   <source>Inferno</source>
   <translation>Inferno</translation>
  </message>
  <message>
   <source>Kept with every impression; empty means the login name</source>
   <translation>נשמר עם כל התרשמות; ריק פירושו שם המשתמש</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>שפה</translation>
  </message>
  <message>
   <source>Larger files are not read</source>
   <translation>קבצים גדולים יותר אינם נקראים</translation>
  </message>
  <message>
   <source>Larger images are not read</source>
   <translation>תמונות גדולות יותר אינן נקראות</translation>
  </message>
  <message>
   <source>Largest file</source>
   <translation>הקובץ הגדול ביותר</translation>
  </message>
  <message>
   <source>Largest image</source>
   <translation>התמונה הגדולה ביותר</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>בהיר</translation>
  </message>
  <message>
   <source>Longest time for one file</source>
   <translation>הזמן הארוך ביותר לקובץ</translation>
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
   <translation>הודעות המערכת</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>Most memory for scoring</source>
   <translation>הזיכרון הרב ביותר למתן ציון</translation>
  </message>
  <message>
   <source>Name of the reader</source>
   <translation>שם הקורא</translation>
  </message>
  <message>
   <source>Names, IDs, dates of birth and the names of folders</source>
   <translation>שמות, מזהים, תאריכי לידה ושמות תיקיות</translation>
  </message>
  <message>
   <source>New files appear and are scored by themselves</source>
   <translation>קבצים חדשים מופיעים ומקבלים ציון מעצמם</translation>
  </message>
  <message>
   <source>None are kept at 0</source>
   <translation>ב־0 לא נשמרת אף אחת</translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation>שורה אחת לכל בדיקה</translation>
  </message>
  <message>
   <source>Order of the worklist</source>
   <translation>סדר רשימת העבודה</translation>
  </message>
  <message>
   <source>Ordered by risk; 0 for never</source>
   <translation>במיון לפי סיכון; 0 פירושו לעולם לא</translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation>קו מתאר לריאות</translation>
  </message>
  <message>
   <source>Prevalence for predictive values</source>
   <translation>שכיחות עבור ערכי הניבוי</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>פרטיות</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>מעבד (CPU)</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>פענוח</translation>
  </message>
  <message>
   <source>Recent folders kept</source>
   <translation>תיקיות אחרונות שנשמרות</translation>
  </message>
  <message>
   <source>Rows and fields grow with it; images do not</source>
   <translation>השורות והשדות גדלים איתו; התמונות לא</translation>
  </message>
  <message>
   <source>Scores and heat maps stay hidden until your impression is recorded</source>
   <translation>ציונים ומפות חום מוסתרים עד שההתרשמות שלך נרשמת</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>מתן ציון</translation>
  </message>
  <message>
   <source>Second opinion</source>
   <translation>חוות דעת שנייה</translation>
  </message>
  <message>
   <source>Share of studies with the finding where you work</source>
   <translation>חלק הבדיקות עם הממצא במקום עבודתך</translation>
  </message>
  <message>
   <source>Show patient identity</source>
   <translation>הצגת זהות המטופל</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>גודל הטקסט</translation>
  </message>
  <message>
   <source>The checkpoint that scores</source>
   <translation>המודל שנותן את הציון</translation>
  </message>
  <message>
   <source>The default model's partner scores every image too; their disagreement is shown</source>
   <translation>בן הזוג של מודל ברירת המחדל נותן ציון גם הוא לכל תמונה; המחלוקת ביניהם מוצגת</translation>
  </message>
  <message>
   <source>The line without colours</source>
   <translation>הקו בלי צבעים</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>ערכת נושא</translation>
  </message>
  <message>
   <source>Viridis</source>
   <translation>Viridis</translation>
  </message>
  <message>
   <source>Watch the open folder</source>
   <translation>מעקב אחר התיקייה הפתוחה</translation>
  </message>
  <message>
   <source>Weak evidence is hidden unless asked for</source>
   <translation>ראיות חלשות מוסתרות אלא אם התבקשו</translation>
  </message>
  <message>
   <source>Where there is one, the image stands there in a window of its own</source>
   <translation>אם יש מסך שני, התמונה עומדת שם בחלון משלה</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>חלון</translation>
  </message>
  <message>
   <source>With the zone and its share of the lung</source>
   <translation>עם האזור וחלקו בריאה</translation>
  </message>
  <message>
   <source>megapixels</source>
   <translation>מגה־פיקסל</translation>
  </message>
  <message>
   <source>min</source>
   <translation>דק׳</translation>
  </message>
  <message>
   <source>off</source>
   <translation>כבוי</translation>
  </message>
  <message>
   <source>on</source>
   <translation>מופעל</translation>
  </message>
  <message>
   <source>s</source>
   <translation>שנ׳</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>Find a setting or a key</source>
   <translation>חיפוש הגדרה או מקש</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>מקשים</translation>
  </message>
  <message>
   <source>No setting is called so.</source>
   <translation>אין הגדרה בשם זה.</translation>
  </message>
  <message>
   <source>Pages of the settings</source>
   <translation>דפי ההגדרות</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>שמירה</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>הגדרות</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>All keys</source>
   <translation>כל המפתחות</translation>
  </message>
  <message>
   <source>Basic</source>
   <translation>בסיסי</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>העתקה</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>העתקת הפקודה</translation>
  </message>
  <message>
   <source>How shall it be trained?</source>
   <translation>כיצד לאמן?</translation>
  </message>
  <message>
   <source>It will take {0} on this computer.</source>
   <translation>זה יימשך {0} במחשב זה.</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>איפוס הכול</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>הגדרות</translation>
  </message>
  <message>
   <source>The same from a terminal</source>
   <translation>אותו דבר משורת הפקודה</translation>
  </message>
  <message>
   <source>{0} ({1} changed)</source>
   <translation>‏{0} ({1} שונו)</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsSheet</name>
  <message>
   <source>Change keys…</source>
   <translation>שינוי מקשים…</translation>
  </message>
  <message>
   <source>Keys and mouse</source>
   <translation>מקשים ועכבר</translation>
  </message>
 </context>
 <context>
  <name>SourceChooser</name>
  <message>
   <source>A folder with one subfolder per class, with or without train, val and test above them; or a CSV or Parquet file with the columns path and label (and patient, split). Drop it here or choose it. The images are read where they lie and are never changed.</source>
   <translation>תיקייה עם תיקיית משנה לכל מחלקה, עם או בלי train, val ו־test מעליהן; או קובץ CSV או Parquet עם העמודות path ו־label (וגם patient, split). אפשר לגרור לכאן או לבחור. התמונות נקראות במקומן ולעולם אינן משתנות.</translation>
  </message>
  <message>
   <source>CIFAR-10 (downloaded)</source>
   <translation>‏CIFAR-10 (מורד)</translation>
  </message>
  <message>
   <source>Choose CSV or Parquet…</source>
   <translation>בחירת CSV או Parquet…</translation>
  </message>
  <message>
   <source>Choose a folder of labelled images</source>
   <translation>בחירת תיקייה של תמונות מתויגות</translation>
  </message>
  <message>
   <source>Choose a table of labelled images</source>
   <translation>בחירת טבלה של תמונות מתויגות</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>בחירת תיקייה…</translation>
  </message>
  <message>
   <source>Fashion-MNIST (downloaded)</source>
   <translation>‏Fashion-MNIST (מורד)</translation>
  </message>
  <message>
   <source>Handwritten digits (small, comes with the program)</source>
   <translation>ספרות בכתב יד (קטן, מצורף לתוכנית)</translation>
  </message>
  <message>
   <source>Impressions of this worklist</source>
   <translation>התרשמויות מרשימת העבודה הזאת</translation>
  </message>
  <message>
   <source>Labelled images</source>
   <translation>תמונות מתויגות</translation>
  </message>
  <message>
   <source>MNIST (downloaded)</source>
   <translation>‏MNIST (מורד)</translation>
  </message>
  <message>
   <source>No impression is recorded in this worklist yet, so there is nothing to learn from it.</source>
   <translation>עדיין לא נרשמה התרשמות ברשימת העבודה, ולכן אין ממה ללמוד.</translation>
  </message>
  <message>
   <source>Practice set</source>
   <translation>ערכת תרגול</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>אחרונות</translation>
  </message>
  <message>
   <source>Tables of images (*.csv *.parquet)</source>
   <translation>טבלאות תמונות (*.csv *.parquet)</translation>
  </message>
  <message>
   <source>Your own impressions become the labels.</source>
   <translation>ההתרשמויות שלך הופכות לתוויות.</translation>
  </message>
 </context>
 <context>
  <name>StatisticsDialog</name>
  <message>
   <source>95 % within</source>
   <translation>95 % תוך</translation>
  </message>
  <message>
   <source>Arrival is when a file was first seen. Time during which the program was closed counts until a study is ranked, and a study that lay open over lunch counts as read that long.</source>
   <translation>הגעה היא הרגע שבו קובץ נראה לראשונה. זמן שבו התוכנית הייתה סגורה נספר עד שבדיקה מדורגת, ובדיקה שנשארה פתוחה בהפסקה נחשבת כנקראת כל אותו זמן.</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>עיוור</translation>
  </message>
  <message>
   <source>By the day on which a study was last marked read, newest first.</source>
   <translation>לפי היום שבו בדיקה סומנה לאחרונה כמפוענחת, החדש תחילה.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>יום</translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation>ייצוא כ־CSV…</translation>
  </message>
  <message>
   <source>From arrival to ranked</source>
   <translation>מהגעה עד דירוג</translation>
  </message>
  <message>
   <source>In the reader's hand until read</source>
   <translation>בידי הקורא עד הפענוח</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>חציון</translation>
  </message>
  <message>
   <source>No study has been marked read yet.</source>
   <translation>אף בדיקה עדיין לא סומנה כמפוענחת.</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>קורא</translation>
  </message>
  <message>
   <source>Reading statistics</source>
   <translation>סטטיסטיקת פענוח</translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation>קריאת היומן</translation>
  </message>
  <message>
   <source>Scores visible</source>
   <translation>ציונים גלויים</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>בדיקות</translation>
  </message>
  <message>
   <source>Studies read</source>
   <translation>בדיקות שפוענחו</translation>
  </message>
  <message>
   <source>The model against readers</source>
   <translation>המודל מול הקוראים</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>זמנים</translation>
  </message>
  <message>
   <source>Write these numbers as a table; no study and no patient is named</source>
   <translation>כתיבת המספרים כטבלה; אין שמות של בדיקות או מטופלים</translation>
  </message>
  <message>
   <source>{0} beside another model's score or none count nowhere.</source>
   <translation>‏{0} לצד ציון של מודל אחר או בלי ציון אינן נספרות.</translation>
  </message>
  <message>
   <source>{0} older lines are in the export.</source>
   <translation>‏{0} שורות ישנות יותר נמצאות בייצוא.</translation>
  </message>
  <message>
   <source>{0}, {1}, against the readers' impressions; 95 % Wilson intervals. Impressions that were made with scores visible are biased towards the model: trust the blind ones. A reader is no reference standard.</source>
   <translation>‏{0}, {1}, מול התרשמויות הקוראים; רווחי Wilson של 95 %. התרשמויות שנעשו כשהציונים גלויים מוטות לכיוון המודל: יש לסמוך על העיוורות. קורא אינו תקן ייחוס.</translation>
  </message>
 </context>
 <context>
  <name>StatisticsRoom</name>
  <message>
   <source>Export the statistics</source>
   <translation>ייצוא הסטטיסטיקה</translation>
  </message>
  <message>
   <source>Statistics written</source>
   <translation>הסטטיסטיקה נכתבה</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>טבלה (*.csv)</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>1 image done</source>
   <translation>תמונה 1 הושלמה</translation>
  </message>
  <message>
   <source>Cancel scoring</source>
   <translation>ביטול מתן הציון</translation>
  </message>
  <message>
   <source>Cancel scoring; what is scored stays</source>
   <translation>ביטול מתן הציון; מה שקיבל ציון נשאר</translation>
  </message>
  <message>
   <source>For reading only</source>
   <translation>לקריאה בלבד</translation>
  </message>
  <message>
   <source>Go on scoring</source>
   <translation>המשך מתן הציון</translation>
  </message>
  <message>
   <source>Looking for images, {0} found</source>
   <translation>חיפוש תמונות, נמצאו {0}</translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation>שום דבר אינו יוצא מהמחשב הזה</translation>
  </message>
  <message>
   <source>Pause scoring</source>
   <translation>השהיית מתן הציון</translation>
  </message>
  <message>
   <source>Paused at {0} of {1}</source>
   <translation>מושהה ב־{0} מתוך {1}</translation>
  </message>
  <message>
   <source>Progress of scoring</source>
   <translation>התקדמות מתן הציון</translation>
  </message>
  <message>
   <source>Reader: {0}</source>
   <translation>קורא: {0}</translation>
  </message>
  <message>
   <source>Scoring {0} of {1}</source>
   <translation>מתן ציון {0} מתוך {1}</translation>
  </message>
  <message>
   <source>Who reads: kept with every impression. Click to change the name</source>
   <translation>מי קורא: נשמר עם כל התרשמות. לחיצה משנה את השם</translation>
  </message>
  <message>
   <source>{0:.1f} images/s</source>
   <translation>‏{0:.1f} תמונות לשנייה</translation>
  </message>
  <message>
   <source>{0} images done</source>
   <translation>‏{0} תמונות הושלמו</translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>Step {0} of {1}: {2}</source>
   <translation>שלב {0} מתוך {1}: {2}</translation>
  </message>
 </context>
 <context>
  <name>StudyDesk</name>
  <message>
   <source>Choose a study in the worklist.</source>
   <translation>יש לבחור בדיקה מרשימת העבודה.</translation>
  </message>
 </context>
 <context>
  <name>ThresholdPanel</name>
  <message>
   <source>At sensitivity</source>
   <translation>ברגישות</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>סומנו</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>מחלקה</translation>
  </message>
  <message>
   <source>From this probability on an image is called; arrow keys move by one image</source>
   <translation>מהסתברות זו והלאה תמונה מסומנת; מקשי החצים מזיזים בתמונה אחת</translation>
  </message>
  <message>
   <source>NPV</source>
   <translation>NPV</translation>
  </message>
  <message>
   <source>Not called</source>
   <translation>לא סומנו</translation>
  </message>
  <message>
   <source>One side has no image, so its rate is not known.</source>
   <translation>לצד אחד אין תמונה, ולכן השיעור שלו אינו ידוע.</translation>
  </message>
  <message>
   <source>Only {0} images do not show it: one of them moves specificity by {1} points.</source>
   <translation>רק {0} תמונות אינן מראות זאת: אחת מהן מזיזה את הסגוליות ב־{1} נקודות.</translation>
  </message>
  <message>
   <source>Only {0} images show it: one of them moves sensitivity by {1} points.</source>
   <translation>רק {0} תמונות מראות זאת: אחת מהן מזיזה את הרגישות ב־{1} נקודות.</translation>
  </message>
  <message>
   <source>PPV</source>
   <translation>PPV</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>שכיחות</translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation>שכיחות {0}</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>רגישות</translation>
  </message>
  <message>
   <source>Share of images with this finding where you work; sets PPV and NPV</source>
   <translation>חלק התמונות עם ממצא זה במקום עבודתך; קובע את PPV ואת NPV</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>סגוליות</translation>
  </message>
  <message>
   <source>The report has no thresholds for this class.</source>
   <translation>אין בדוח ספים למחלקה זו.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>סף</translation>
  </message>
  <message>
   <source>Threshold of {0} sensitivity</source>
   <translation>סף של רגישות {0}</translation>
  </message>
  <message>
   <source>With {0}</source>
   <translation>עם {0}</translation>
  </message>
  <message>
   <source>Without</source>
   <translation>בלי</translation>
  </message>
 </context>
 <context>
  <name>Thumbnails</name>
  <message>
   <source>{0} images of {1}</source>
   <translation>‏{0} תמונות של {1}</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Close this message</source>
   <translation>סגירת ההודעה</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>מעבר לשם</translation>
  </message>
  <message>
   <source>Go to the new study ({0})</source>
   <translation>מעבר לבדיקה החדשה ({0})</translation>
  </message>
 </context>
 <context>
  <name>ToolPill</name>
  <message>
   <source>All that can be done to the view (right click)</source>
   <translation>כל מה שאפשר לעשות לתצוגה (לחיצה ימנית)</translation>
  </message>
  <message>
   <source>Class and opacity of the heat map</source>
   <translation>מחלקה ואטימות של מפת החום</translation>
  </message>
  <message>
   <source>More</source>
   <translation>עוד</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Model and device: {0}</source>
   <translation>מודל והתקן: {0}</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>פתיחת תיקייה</translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>רשימת עבודה</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Beside the risk stand the thresholds of the model with their sensitivity and specificity, and what it does not look for. “Why?” opens the manual where it explains what you see.</source>
   <translation>לצד הסיכון מופיעים הספים של המודל עם הרגישות והסגוליות שלהם, ומה שהוא אינו מחפש. „מדוע?” פותח את המדריך במקום שמסביר את מה שרואים.</translation>
  </message>
  <message>
   <source>Left drag changes window and level, right drag zooms, the wheel goes through the images of a study. {0} shows or hides the heat map: it tells what raised the number, not where disease is.</source>
   <translation>גרירה בלחצן שמאל משנה חלון ורמה, גרירה בלחצן ימין משנה את הזום, והגלגלת עוברת בין תמונות הבדיקה. {0} מציג או מסתיר את מפת החום: היא אומרת מה העלה את המספר, לא היכן המחלה.</translation>
  </message>
  <message>
   <source>Open a folder ({0}) or drop one here. Every study is scored in the background, and those with the higher risk rise. What could not be scored stands together and says why. {1} and {2} go down and up.</source>
   <translation>אפשר לפתוח תיקייה ({0}) או לגרור אחת לכאן. כל בדיקה מקבלת ציון ברקע, ובעלות הסיכון הגבוה יותר עולות. מה שלא ניתן היה לתת לו ציון מרוכז יחד ומסביר מדוע. {1} ו־{2} יורדים ועולים ברשימה.</translation>
  </message>
  <message>
   <source>Say what you see under “Your impression”; {0} marks the study read and goes to the next unread. {1} opens the manual, {2} lists all keys, and this tour waits in the Help menu.</source>
   <translation>תחת „ההתרשמות שלך” אומרים מה רואים; {0} מסמן את הבדיקה כמפוענחת ועובר לבאה שטרם פוענחה. {1} פותח את המדריך, {2} מציג את כל המקשים, והסיור הזה ממתין בתפריט העזרה.</translation>
  </message>
  <message>
   <source>The image</source>
   <translation>התמונה</translation>
  </message>
  <message>
   <source>The list sorts itself</source>
   <translation>הרשימה ממוינת מעצמה</translation>
  </message>
  <message>
   <source>What a number is worth</source>
   <translation>מה שווה מספר</translation>
  </message>
  <message>
   <source>Your word counts</source>
   <translation>למילה שלך יש משקל</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>אין מקש</translation>
  </message>
 </context>
 <context>
  <name>TrainingCommand</name>
  <message>
   <source>The command could not be started.</source>
   <translation>לא ניתן היה להתחיל את הפקודה.</translation>
  </message>
  <message>
   <source>The command ended without a word. The log says more.</source>
   <translation>הפקודה הסתיימה בלי הודעה. ביומן יש עוד.</translation>
  </message>
 </context>
 <context>
  <name>TrainingRun</name>
  <message>
   <source>The training was ended from outside, by the system or by another program.</source>
   <translation>האימון הופסק מבחוץ, על ידי המערכת או תוכנית אחרת.</translation>
  </message>
 </context>
 <context>
  <name>TrainingWizard</name>
  <message>
   <source>Back</source>
   <translation>חזרה</translation>
  </message>
  <message>
   <source>Calibrate</source>
   <translation>כיול</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>סגירה</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>נתונים</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>הערכה</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>הבא</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>פרסום</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>מתכון</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>הרצה</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>הגדרות</translation>
  </message>
  <message>
   <source>Start training</source>
   <translation>התחלת האימון</translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation>אימון מודל</translation>
  </message>
 </context>
 <context>
  <name>VerdictMarks</name>
  <message>
   <source>Agree with the model about {0}</source>
   <translation>הסכמה עם המודל לגבי {0}</translation>
  </message>
  <message>
   <source>Disagree with the model about {0}</source>
   <translation>אי־הסכמה עם המודל לגבי {0}</translation>
  </message>
  <message>
   <source>Where the class is chosen: {0}</source>
   <translation>כשהמחלקה נבחרה: {0}</translation>
  </message>
 </context>
 <context>
  <name>ViewerStage</name>
  <message>
   <source>Second image</source>
   <translation>תמונה שנייה</translation>
  </message>
 </context>
 <context>
  <name>WeightsChoice</name>
  <message>
   <source>File {0}</source>
   <translation>קובץ {0}</translation>
  </message>
  <message>
   <source>From scratch</source>
   <translation>מאפס</translation>
  </message>
  <message>
   <source>ImageNet, downloaded once (about {0} MB)</source>
   <translation>‏ImageNet, מורד פעם אחת (כ־{0} MB)</translation>
  </message>
  <message>
   <source>Initial weights</source>
   <translation>משקלים התחלתיים</translation>
  </message>
  <message>
   <source>Learnt on everyday photographs. Fetched from the internet the first time; nothing of yours is sent.</source>
   <translation>נלמד מתצלומים יומיומיים. מורד מהאינטרנט בפעם הראשונה; דבר משלך אינו נשלח.</translation>
  </message>
  <message>
   <source>Model {0}</source>
   <translation>מודל {0}</translation>
  </message>
  <message>
   <source>Random weights: nothing is downloaded, and it takes more images and more epochs.</source>
   <translation>משקלים אקראיים: דבר אינו מורד, ונדרשים יותר תמונות ויותר מחזורים.</translation>
  </message>
  <message>
   <source>Run {0}</source>
   <translation>הרצה {0}</translation>
  </message>
  <message>
   <source>Run: {0}, {1}</source>
   <translation>הרצה: {0}, {1}</translation>
  </message>
  <message>
   <source>Starts from the best epoch of this run.</source>
   <translation>מתחיל מהמחזור הטוב ביותר של הרצה זו.</translation>
  </message>
  <message>
   <source>Starts from what this model has learnt; no download.</source>
   <translation>מתחיל ממה שמודל זה למד; בלי הורדה.</translation>
  </message>
  <message>
   <source>This recipe keeps most of {0} as it is, so random weights would never learn. Train “Pretrain a backbone” first and start from that run.</source>
   <translation>מתכון זה משאיר את רוב {0} כפי שהוא, ולכן משקלים אקראיים לעולם לא ילמדו. יש לאמן קודם „Pretrain a backbone” ולהתחיל מהרצה זו.</translation>
  </message>
 </context>
 <context>
  <name>WindowCommands</name>
  <message>
   <source>Correct and score</source>
   <translation>תיקון ומתן ציון</translation>
  </message>
 </context>
 <context>
  <name>WorklistHeader</name>
  <message>
   <source>Click to sort, Shift+click to sort by one more column</source>
   <translation>לחיצה למיון, Shift+לחיצה למיון לפי עמודה נוספת</translation>
  </message>
  <message>
   <source>Columns as at first</source>
   <translation>עמודות כבהתחלה</translation>
  </message>
  <message>
   <source>Headings of the worklist</source>
   <translation>כותרות רשימת העבודה</translation>
  </message>
 </context>
 <context>
  <name>WorklistPanel</name>
  <message>
   <source>Click to clear the filter (Esc)</source>
   <translation>לחיצה מנקה את המסנן (Esc)</translation>
  </message>
  <message>
   <source>Click to show only these, again to show all</source>
   <translation>לחיצה מציגה רק אותן, ושוב את כולן</translation>
  </message>
  <message>
   <source>{0} STAT</source>
   <translation>{0} STAT</translation>
  </message>
  <message>
   <source>{0} above</source>
   <translation>‏{0} מעל</translation>
  </message>
  <message>
   <source>{0} above both operating points</source>
   <translation>‏{0} מעל שתי נקודות העבודה</translation>
  </message>
  <message>
   <source>{0} disagree</source>
   <translation>‏{0} במחלוקת</translation>
  </message>
  <message>
   <source>{0} not scored</source>
   <translation>‏{0} ללא ציון</translation>
  </message>
  <message>
   <source>{0} of {1} shown</source>
   <translation>‏{0} מתוך {1} מוצגות</translation>
  </message>
  <message>
   <source>{0} unread</source>
   <translation>‏{0} טרם פוענחו</translation>
  </message>
 </context>
 <context>
  <name>WorklistTools</name>
  <message>
   <source>&amp;Copy</source>
   <translation>העתקה</translation>
  </message>
  <message>
   <source>&amp;Not scored studies only</source>
   <translation>רק בדיקות ללא ציון</translation>
  </message>
  <message>
   <source>&amp;Risk and state of scoring</source>
   <translation>סיכון ומצב הציון</translation>
  </message>
  <message>
   <source>&amp;Urgency</source>
   <translation>דחיפות</translation>
  </message>
  <message>
   <source>State of r&amp;eading</source>
   <translation>מצב הפענוח</translation>
  </message>
  <message>
   <source>Unfold &amp;all groups</source>
   <translation>פתיחת כל הקבוצות</translation>
  </message>
 </context>
 <context>
  <name>WorklistView</name>
  <message>
   <source>Worklist</source>
   <translation>רשימת עבודה</translation>
  </message>
 </context>
 <context>
  <name>about</name>
  <message>
   <source>As each package states it. Their licences also cover libraries that they bring with them.</source>
   <translation>כפי שכל חבילה מציינת. הרישיונות שלהן חלים גם על ספריות שהן מביאות איתן.</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>אוסף</translation>
  </message>
  <message>
   <source>Digest of its card</source>
   <translation>גיבוב הכרטיס</translation>
  </message>
  <message>
   <source>Fonts</source>
   <translation>גופנים</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>תמונות</translation>
  </message>
  <message>
   <source>Images that the models learned from</source>
   <translation>התמונות שמהן למדו המודלים</translation>
  </message>
  <message>
   <source>Inter, Vazirmatn, Noto Sans Hebrew and Noto Sans CJK TC, under the SIL Open Font License 1.1. Its text lies beside each font; reports that are written as PDF or HTML carry the letters they use.</source>
   <translation>‏Inter, Vazirmatn, Noto Sans Hebrew ו־Noto Sans CJK TC, ברישיון SIL Open Font License 1.1. נוסח הרישיון נמצא לצד כל גופן; דוחות שנכתבים כ־PDF או HTML כוללים את האותיות שבהן הם משתמשים.</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>רישיון</translation>
  </message>
  <message>
   <source>MIT License. Copyright © 2026 the cxr-desktop founders. It comes without any warranty.</source>
   <translation>‏MIT License. Copyright © 2026 the cxr-desktop founders. ניתנת ללא כל אחריות.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>מודל</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>חבילה</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>חבילות</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>רכיב</translation>
  </message>
  <message>
   <source>Qt and PySide6</source>
   <translation>‏Qt ו־PySide6</translation>
  </message>
  <message>
   <source>Some of these collections are for research or non-commercial use only. Whether a model may be used commercially that learned from them is for their owners to say; this project has not asked.</source>
   <translation>חלק מהאוספים האלה מיועדים למחקר או לשימוש לא מסחרי בלבד. אם מותר שימוש מסחרי במודל שלמד מהם, על כך רק בעליהם יכולים לומר; מיזם זה לא שאל.</translation>
  </message>
  <message>
   <source>System</source>
   <translation>מערכת</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>תנאים</translation>
  </message>
  <message>
   <source>This program</source>
   <translation>התוכנית הזאת</translation>
  </message>
  <message>
   <source>This program uses Qt and Qt for Python (PySide6, Shiboken6) under the GNU Lesser General Public License, version 3. They are separate libraries that it loads when it starts, unchanged: you may replace them by your own build of the same version, and you may take the program apart as far as that needs. Their source is at code.qt.io, the licence at www.gnu.org/licenses/lgpl-3.0.html.</source>
   <translation>התוכנית הזאת משתמשת ב־Qt וב־Qt for Python (PySide6, Shiboken6) ברישיון GNU Lesser General Public License, גרסה 3. אלה ספריות נפרדות שהיא טוענת בהפעלתה, בלי שינוי: מותר להחליף אותן בבנייה עצמית של אותה גרסה, ומותר לבצע בתוכנית הנדסה לאחור ככל שהדבר דורש. קוד המקור שלהן נמצא ב־code.qt.io, והרישיון ב־www.gnu.org/licenses/lgpl-3.0.html.</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>גרסה</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>לא מותקן</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>לא צוין</translation>
  </message>
  <message>
   <source>see its own files</source>
   <translation>מפורט בקבצים שלה</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About</source>
   <translation>אודות</translation>
  </message>
  <message>
   <source>&amp;Accession number</source>
   <translation>מספר קבלה</translation>
  </message>
  <message>
   <source>&amp;Agree with the model</source>
   <translation>הסכמה עם המודל</translation>
  </message>
  <message>
   <source>&amp;Audit log…</source>
   <translation>יומן ביקורת…</translation>
  </message>
  <message>
   <source>&amp;Blind-first reading</source>
   <translation>פענוח עיוור תחילה</translation>
  </message>
  <message>
   <source>&amp;Cancel scoring</source>
   <translation>ביטול מתן הציון</translation>
  </message>
  <message>
   <source>&amp;Close folder</source>
   <translation>סגירת התיקייה</translation>
  </message>
  <message>
   <source>&amp;Compact rows</source>
   <translation>שורות צפופות</translation>
  </message>
  <message>
   <source>&amp;Correct and score</source>
   <translation>תיקון ומתן ציון</translation>
  </message>
  <message>
   <source>&amp;Disagree with the model</source>
   <translation>אי־הסכמה עם המודל</translation>
  </message>
  <message>
   <source>&amp;Export results…</source>
   <translation>ייצוא תוצאות…</translation>
  </message>
  <message>
   <source>&amp;File paths</source>
   <translation>נתיבי קבצים</translation>
  </message>
  <message>
   <source>&amp;Find in worklist</source>
   <translation>חיפוש ברשימת העבודה</translation>
  </message>
  <message>
   <source>&amp;Findings</source>
   <translation>ממצאים</translation>
  </message>
  <message>
   <source>&amp;First come, first served</source>
   <translation>ראשון בא ראשון מטופל</translation>
  </message>
  <message>
   <source>&amp;Go to the new study</source>
   <translation>מעבר לבדיקה החדשה</translation>
  </message>
  <message>
   <source>&amp;Hide patient identity</source>
   <translation>הסתרת זהות המטופל</translation>
  </message>
  <message>
   <source>&amp;High</source>
   <translation>גבוהה</translation>
  </message>
  <message>
   <source>&amp;Keys and mouse</source>
   <translation>מקשים ועכבר</translation>
  </message>
  <message>
   <source>&amp;Light theme</source>
   <translation>ערכת נושא בהירה</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>מדריך</translation>
  </message>
  <message>
   <source>&amp;Next study</source>
   <translation>הבדיקה הבאה</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>פתיחה</translation>
  </message>
  <message>
   <source>&amp;Open folder…</source>
   <translation>פתיחת תיקייה…</translation>
  </message>
  <message>
   <source>&amp;Pause scoring</source>
   <translation>השהיית מתן הציון</translation>
  </message>
  <message>
   <source>&amp;Previous study</source>
   <translation>הבדיקה הקודמת</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>יציאה</translation>
  </message>
  <message>
   <source>&amp;Record and show scores</source>
   <translation>רישום והצגת ציונים</translation>
  </message>
  <message>
   <source>&amp;Routine</source>
   <translation>שגרתית</translation>
  </message>
  <message>
   <source>&amp;STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>&amp;Score anyway…</source>
   <translation>מתן ציון בכל זאת…</translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation>הגדרות…</translation>
  </message>
  <message>
   <source>&amp;Small pictures</source>
   <translation>תמונות קטנות</translation>
  </message>
  <message>
   <source>&amp;Tour of the window</source>
   <translation>סיור בחלון</translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model (full edition)</source>
   <translation>אימון או כיול של מודל (מהדורה מלאה)</translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model…</source>
   <translation>אימון או כיול של מודל…</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>ביטול</translation>
  </message>
  <message>
   <source>&amp;Unsure</source>
   <translation>לא בטוח</translation>
  </message>
  <message>
   <source>&amp;Watch the folder</source>
   <translation>מעקב אחר התיקייה</translation>
  </message>
  <message>
   <source>&amp;Worklist</source>
   <translation>רשימת עבודה</translation>
  </message>
  <message>
   <source>&amp;Write free text</source>
   <translation>כתיבת טקסט חופשי</translation>
  </message>
  <message>
   <source>A blind impression is final</source>
   <translation>התרשמות עיוורת היא סופית</translation>
  </message>
  <message>
   <source>A small picture of each study in the list</source>
   <translation>תמונה קטנה של כל בדיקה ברשימה</translation>
  </message>
  <message>
   <source>Agree about the &amp;class shown</source>
   <translation>הסכמה לגבי המחלקה המוצגת</translation>
  </message>
  <message>
   <source>Agreement with the model, waits and reading times</source>
   <translation>הסכמה עם המודל, המתנות וזמני פענוח</translation>
  </message>
  <message>
   <source>All keys on one sheet</source>
   <translation>כל המקשים בדף אחד</translation>
  </message>
  <message>
   <source>As &amp;ordered</source>
   <translation>כפי שהוזמן</translation>
  </message>
  <message>
   <source>As a &amp;table</source>
   <translation>כטבלה</translation>
  </message>
  <message>
   <source>Ask for a number against the advice</source>
   <translation>בקשת מספר בניגוד להמלצה</translation>
  </message>
  <message>
   <source>Change how the program works</source>
   <translation>שינוי אופן הפעולה של התוכנית</translation>
  </message>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation>בחירת תיקייה של צילומים</translation>
  </message>
  <message>
   <source>Choose, keep, rename or delete a filter</source>
   <translation>בחירה, שמירה, שינוי שם או מחיקה של מסנן</translation>
  </message>
  <message>
   <source>Close the program; results are kept</source>
   <translation>סגירת התוכנית; התוצאות נשמרות</translation>
  </message>
  <message>
   <source>Dark letters on light panels</source>
   <translation>אותיות כהות על רקע בהיר</translation>
  </message>
  <message>
   <source>Disa&amp;gree about the class shown</source>
   <translation>אי־הסכמה לגבי המחלקה המוצגת</translation>
  </message>
  <message>
   <source>Do to the image what the check of it offers</source>
   <translation>ביצוע מה שהבדיקה מציעה לתמונה</translation>
  </message>
  <message>
   <source>Empty the worklist; results are kept</source>
   <translation>ריקון רשימת העבודה; התוצאות נשמרות</translation>
  </message>
  <message>
   <source>Four steps, as at the first start</source>
   <translation>ארבעה צעדים, כמו בהפעלה הראשונה</translation>
  </message>
  <message>
   <source>Go down the worklist</source>
   <translation>ירידה ברשימת העבודה</translation>
  </message>
  <message>
   <source>Go to the filter field</source>
   <translation>מעבר לשדה הסינון</translation>
  </message>
  <message>
   <source>Go to the free text of your impression</source>
   <translation>מעבר לטקסט החופשי של ההתרשמות</translation>
  </message>
  <message>
   <source>Go to the next study that nobody has read</source>
   <translation>מעבר לבדיקה הבאה שאיש לא פענח</translation>
  </message>
  <message>
   <source>Go up the worklist</source>
   <translation>עלייה ברשימת העבודה</translation>
  </message>
  <message>
   <source>I cannot say whether the model is right</source>
   <translation>איני יכול לומר אם המודל צודק</translation>
  </message>
  <message>
   <source>It is wrong about the chosen class</source>
   <translation>הוא טועה לגבי המחלקה שנבחרה</translation>
  </message>
  <message>
   <source>It is wrong, I think</source>
   <translation>לדעתי זה שגוי</translation>
  </message>
  <message>
   <source>Learn from labelled images, or fit a model to this site</source>
   <translation>למידה מתמונות מתויגות, או התאמת מודל לאתר זה</translation>
  </message>
  <message>
   <source>Look at the study (Enter in the list)</source>
   <translation>צפייה בבדיקה (Enter ברשימה)</translation>
  </message>
  <message>
   <source>Mark &amp;read</source>
   <translation>סימון כפוענח</translation>
  </message>
  <message>
   <source>Mark read and next unread</source>
   <translation>סימון כפוענח ומעבר לבא</translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation>סימון הבדיקה כמפוענחת ומעבר לבאה שטרם פוענחה</translation>
  </message>
  <message>
   <source>Mark un&amp;read</source>
   <translation>סימון כלא פוענח</translation>
  </message>
  <message>
   <source>Model &amp;card</source>
   <translation>כרטיס המודל</translation>
  </message>
  <message>
   <source>New files appear and are scored by themselves</source>
   <translation>קבצים חדשים מופיעים ומקבלים ציון מעצמם</translation>
  </message>
  <message>
   <source>Next &amp;unread</source>
   <translation>הבא שלא פוענח</translation>
  </message>
  <message>
   <source>No names, IDs or folders</source>
   <translation>בלי שמות, מזהים או תיקיות</translation>
  </message>
  <message>
   <source>No scores before your impression is recorded</source>
   <translation>אין ציונים לפני שההתרשמות שלך נרשמת</translation>
  </message>
  <message>
   <source>Of all images of the chosen studies</source>
   <translation>של כל התמונות בבדיקות שנבחרו</translation>
  </message>
  <message>
   <source>Of the chosen studies</source>
   <translation>של הבדיקות שנבחרו</translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation>שורה אחת לכל בדיקה</translation>
  </message>
  <message>
   <source>Opens at the page that goes with where you are</source>
   <translation>נפתח בדף שמתאים למקום הנוכחי</translation>
  </message>
  <message>
   <source>Order by arrival instead of risk</source>
   <translation>סידור לפי הגעה במקום סיכון</translation>
  </message>
  <message>
   <source>Order of t&amp;riage</source>
   <translation>סדר המיון</translation>
  </message>
  <message>
   <source>Patient &amp;ID</source>
   <translation>מזהה מטופל</translation>
  </message>
  <message>
   <source>Reader's &amp;name…</source>
   <translation>שם הקורא…</translation>
  </message>
  <message>
   <source>Reading &amp;statistics…</source>
   <translation>סטטיסטיקת פענוח…</translation>
  </message>
  <message>
   <source>Sa&amp;ved filters</source>
   <translation>מסננים שמורים</translation>
  </message>
  <message>
   <source>Say what you see, or take it back</source>
   <translation>לומר מה רואים, או לבטל</translation>
  </message>
  <message>
   <source>Score again with borders, markers and all but the lungs hidden</source>
   <translation>מתן ציון מחדש כשהשוליים, הסימנים וכל מה שאינו ריאות מוסתרים</translation>
  </message>
  <message>
   <source>Show in &amp;file manager</source>
   <translation>הצגה במנהל הקבצים</translation>
  </message>
  <message>
   <source>Show or hide the findings</source>
   <translation>הצגה או הסתרה של הממצאים</translation>
  </message>
  <message>
   <source>Show or hide the worklist</source>
   <translation>הצגה או הסתרה של רשימת העבודה</translation>
  </message>
  <message>
   <source>Show the map that came with the score</source>
   <translation>הצגת המפה שהגיעה עם הציון</translation>
  </message>
  <message>
   <source>Sort by no column</source>
   <translation>בלי מיון לפי עמודה</translation>
  </message>
  <message>
   <source>Stop after the images in hand</source>
   <translation>עצירה אחרי התמונות שבטיפול</translation>
  </message>
  <message>
   <source>Stop computing the heat &amp;map</source>
   <translation>עצירת החישוב של מפת החום</translation>
  </message>
  <message>
   <source>Tables, reports, pictures and DICOM objects</source>
   <translation>טבלאות, דוחות, תמונות ואובייקטי DICOM</translation>
  </message>
  <message>
   <source>Take back the last marking or impression</source>
   <translation>ביטול הסימון או ההתרשמות האחרונים</translation>
  </message>
  <message>
   <source>Test for s&amp;hortcuts</source>
   <translation>בדיקת קיצורי דרך</translation>
  </message>
  <message>
   <source>The chosen studies are read</source>
   <translation>הבדיקות שנבחרו פוענחו</translation>
  </message>
  <message>
   <source>The chosen studies are to be read at once</source>
   <translation>הבדיקות שנבחרו ייקראו מיד</translation>
  </message>
  <message>
   <source>The chosen studies are to be read in their turn</source>
   <translation>הבדיקות שנבחרו ייקראו בתורן</translation>
  </message>
  <message>
   <source>The chosen studies are to be read soon</source>
   <translation>הבדיקות שנבחרו ייקראו בקרוב</translation>
  </message>
  <message>
   <source>The chosen studies are unread again</source>
   <translation>הבדיקות שנבחרו שוב לא מפוענחות</translation>
  </message>
  <message>
   <source>The chosen studies in the columns that are shown</source>
   <translation>הבדיקות שנבחרו בעמודות המוצגות</translation>
  </message>
  <message>
   <source>The folder that holds the image</source>
   <translation>התיקייה שמכילה את התמונה</translation>
  </message>
  <message>
   <source>The model is right about the chosen class</source>
   <translation>המודל צודק לגבי המחלקה שנבחרה</translation>
  </message>
  <message>
   <source>The model's answer is right, I think</source>
   <translation>לדעתי תשובת המודל נכונה</translation>
  </message>
  <message>
   <source>The one that was announced last</source>
   <translation>זו שהוכרזה אחרונה</translation>
  </message>
  <message>
   <source>The urgency that came with the chosen studies</source>
   <translation>הדחיפות שהגיעה עם הבדיקות שנבחרו</translation>
  </message>
  <message>
   <source>This is the triage edition, which reads and scores. Install the full edition to train.</source>
   <translation>זוהי מהדורת המיון, שקוראת ונותנת ציון. לאימון יש להתקין את המהדורה המלאה.</translation>
  </message>
  <message>
   <source>Turn &amp;left for scoring</source>
   <translation>סיבוב שמאלה לצורך ציון</translation>
  </message>
  <message>
   <source>Turn ri&amp;ght for scoring</source>
   <translation>סיבוב ימינה לצורך ציון</translation>
  </message>
  <message>
   <source>Turn the image and score again</source>
   <translation>סיבוב התמונה ומתן ציון מחדש</translation>
  </message>
  <message>
   <source>Versions, licences of all parts, intended use</source>
   <translation>גרסאות, רישיונות של כל הרכיבים, ייעוד</translation>
  </message>
  <message>
   <source>What has changed from version to version</source>
   <translation>מה השתנה מגרסה לגרסה</translation>
  </message>
  <message>
   <source>What is scored stays</source>
   <translation>מה שקיבל ציון נשאר</translation>
  </message>
  <message>
   <source>What the model is for, and every number of it</source>
   <translation>למה המודל מיועד, וכל המספרים שלו</translation>
  </message>
  <message>
   <source>What was scored against the advice, or corrected, and when</source>
   <translation>מה קיבל ציון בניגוד להמלצה או תוקן, ומתי</translation>
  </message>
  <message>
   <source>What's &amp;new</source>
   <translation>מה חדש</translation>
  </message>
  <message>
   <source>Who reads: kept with every impression</source>
   <translation>מי קורא: נשמר עם כל התרשמות</translation>
  </message>
 </context>
 <context>
  <name>audit</name>
  <message>
   <source>Black and white exchanged</source>
   <translation>שחור ולבן הוחלפו</translation>
  </message>
  <message>
   <source>Impression (blind): {0}</source>
   <translation>התרשמות (עיוורת): {0}</translation>
  </message>
  <message>
   <source>Impression taken back</source>
   <translation>ההתרשמות בוטלה</translation>
  </message>
  <message>
   <source>Impression: {0}</source>
   <translation>התרשמות: {0}</translation>
  </message>
  <message>
   <source>Marked read</source>
   <translation>סומן כפוענח</translation>
  </message>
  <message>
   <source>Marked unread</source>
   <translation>סומן כלא פוענח</translation>
  </message>
  <message>
   <source>Scored against the advice</source>
   <translation>ניתן ציון בניגוד להמלצה</translation>
  </message>
  <message>
   <source>Study …{0}</source>
   <translation>בדיקה …{0}</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>בוטל</translation>
  </message>
  <message>
   <source>Taken back: {0}</source>
   <translation>בוטל: {0}</translation>
  </message>
  <message>
   <source>Undone: {0}</source>
   <translation>בוטל: {0}</translation>
  </message>
  <message>
   <source>Urgency: {0}</source>
   <translation>דחיפות: {0}</translation>
  </message>
  <message>
   <source>score against the advice</source>
   <translation>ציון בניגוד להמלצה</translation>
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
   <translation>גיבוב</translation>
  </message>
  <message>
   <source>Looks for</source>
   <translation>מחפש</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>שם</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>נקודת עבודה</translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation>ממיין לפי</translation>
  </message>
  <message>
   <source>{0} at {1}, specificity {2}</source>
   <translation>‏{0} ב־{1}, סגוליות {2}</translation>
  </message>
 </context>
 <context>
  <name>catalogue</name>
  <message>
   <source>; then </source>
   <translation>; אחר כך </translation>
  </message>
  <message>
   <source>Deep-COVID, COVID-19 images × 5</source>
   <translation>‏Deep-COVID, תמונות COVID-19 × 5</translation>
  </message>
  <message>
   <source>Deep-COVID: COVID-19 or not</source>
   <translation>‏Deep-COVID: ‏COVID-19 או לא</translation>
  </message>
  <message>
   <source>Fine-tune the bundled model</source>
   <translation>כוונון עדין של המודל המצורף</translation>
  </message>
  <message>
   <source>Four classes at once</source>
   <translation>ארבע מחלקות יחד</translation>
  </message>
  <message>
   <source>From scratch, without a download</source>
   <translation>מאפס, בלי הורדה</translation>
  </message>
  <message>
   <source>Pneumonia in two phases</source>
   <translation>דלקת ריאות בשני שלבים</translation>
  </message>
  <message>
   <source>Pneumonia, deep networks cut inside</source>
   <translation>דלקת ריאות, רשתות עמוקות חתוכות מבפנים</translation>
  </message>
  <message>
   <source>SCNNB: small pictures</source>
   <translation>‏SCNNB: תמונות קטנות</translation>
  </message>
  <message>
   <source>everything</source>
   <translation>הכול</translation>
  </message>
  <message>
   <source>only the last layers</source>
   <translation>רק השכבות האחרונות</translation>
  </message>
  <message>
   <source>the last layers and some in the middle</source>
   <translation>השכבות האחרונות וכמה באמצע</translation>
  </message>
  <message>
   <source>{0}, {1} epochs</source>
   <translation>‏{0}, {1} מחזורים</translation>
  </message>
 </context>
 <context>
  <name>column_words</name>
  <message>
   <source>Above both operating points</source>
   <translation>מעל שתי נקודות העבודה</translation>
  </message>
  <message>
   <source>Below both operating points</source>
   <translation>מתחת לשתי נקודות העבודה</translation>
  </message>
  <message>
   <source>Between the operating points</source>
   <translation>בין נקודות העבודה</translation>
  </message>
  <message>
   <source>Cropped</source>
   <translation>חתוך</translation>
  </message>
  <message>
   <source>Frontal chest</source>
   <translation>חזה חזיתי</translation>
  </message>
  <message>
   <source>High priority</source>
   <translation>עדיפות גבוהה</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>בפענוח</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>הפוך</translation>
  </message>
  <message>
   <source>Lateral chest</source>
   <translation>חזה צידי</translation>
  </message>
  <message>
   <source>Not a chest</source>
   <translation>לא חזה</translation>
  </message>
  <message>
   <source>Not images</source>
   <translation>לא תמונות</translation>
  </message>
  <message>
   <source>Not scored: please look at these</source>
   <translation>ללא ציון: נא להביט באלה</translation>
  </message>
  <message>
   <source>Nothing to see</source>
   <translation>אין מה לראות</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>פוענח</translation>
  </message>
  <message>
   <source>Routine</source>
   <translation>שגרתית</translation>
  </message>
  <message>
   <source>STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>Turned</source>
   <translation>מסובב</translation>
  </message>
  <message>
   <source>Unfamiliar</source>
   <translation>לא מוכר</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>טרם פוענח</translation>
  </message>
  <message>
   <source>Waiting to be scored</source>
   <translation>ממתינות לציון</translation>
  </message>
  <message>
   <source>scored on request</source>
   <translation>ציון לפי בקשה</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>נעצר</translation>
  </message>
  <message>
   <source>usable</source>
   <translation>שמיש</translation>
  </message>
 </context>
 <context>
  <name>dialogs</name>
  <message>
   <source>Alt+wheel</source>
   <translation>‏Alt+גלגלת</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>לחיצה כפולה</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Export the audit log</source>
   <translation>ייצוא יומן הביקורת</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>מסך מלא</translation>
  </message>
  <message>
   <source>Go to the image</source>
   <translation>מעבר לתמונה</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>תמונה</translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation>גרירה בלחצן שמאל</translation>
  </message>
  <message>
   <source>Left drag on a measurement</source>
   <translation>גרירה בלחצן שמאל על מדידה</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>מדידה</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>תפריט</translation>
  </message>
  <message>
   <source>Middle drag,  Space+drag</source>
   <translation>גרירה בלחצן אמצעי,  Space+גרירה</translation>
  </message>
  <message>
   <source>Mouse on the image</source>
   <translation>העכבר על התמונה</translation>
  </message>
  <message>
   <source>Move it, or one of its points</source>
   <translation>הזזתה, או אחת מנקודותיה</translation>
  </message>
  <message>
   <source>Move the image</source>
   <translation>הזזת התמונה</translation>
  </message>
  <message>
   <source>Next or previous image of the study</source>
   <translation>התמונה הבאה או הקודמת בבדיקה</translation>
  </message>
  <message>
   <source>Opacity of the heat map</source>
   <translation>אטימות מפת החום</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>פתיחת תיקייה</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>תוכנית</translation>
  </message>
  <message>
   <source>Put the tool down</source>
   <translation>הנחת הכלי</translation>
  </message>
  <message>
   <source>Right click</source>
   <translation>לחיצה ימנית</translation>
  </message>
  <message>
   <source>Right drag,  Ctrl+wheel</source>
   <translation>גרירה בלחצן ימין,  Ctrl+גלגלת</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>בדיקה</translation>
  </message>
  <message>
   <source>Study not open</source>
   <translation>הבדיקה אינה פתוחה</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>טבלה (*.csv)</translation>
  </message>
  <message>
   <source>Two images, pictures</source>
   <translation>שתי תמונות, צילומי תצוגה</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>גלגלת</translation>
  </message>
  <message>
   <source>Window and level, or the tool in hand</source>
   <translation>חלון ורמה, או הכלי שביד</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>חלונות מוכנים</translation>
  </message>
  <message>
   <source>Your impression, by the place of its button</source>
   <translation>ההתרשמות שלך, לפי מקום הכפתור</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>זום</translation>
  </message>
 </context>
 <context>
  <name>evidence</name>
  <message>
   <source>{0} sens.</source>
   <translation>רגישות {0}</translation>
  </message>
  <message>
   <source>{0} spec.</source>
   <translation>סגוליות {0}</translation>
  </message>
 </context>
 <context>
  <name>export</name>
  <message>
   <source>A file could not be written</source>
   <translation>לא ניתן היה לכתוב קובץ</translation>
  </message>
  <message>
   <source>A folder of that name is there already</source>
   <translation>כבר יש שם תיקייה בשם זה</translation>
  </message>
  <message>
   <source>All · {0}</source>
   <translation>הכול · {0}</translation>
  </message>
  <message>
   <source>CSV table</source>
   <translation>טבלת CSV</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>בוטל</translation>
  </message>
  <message>
   <source>DICOM Secondary Capture</source>
   <translation>DICOM Secondary Capture</translation>
  </message>
  <message>
   <source>DICOM Structured Report</source>
   <translation>DICOM Structured Report</translation>
  </message>
  <message>
   <source>Every number of every image, for programs</source>
   <translation>כל מספר של כל תמונה, לתוכנות</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>חוברת Excel</translation>
  </message>
  <message>
   <source>Files say who the patients are. DICOM objects belong to the study of their source and can be filed beside it.</source>
   <translation>הקבצים אומרים מי המטופלים. אובייקטי DICOM שייכים לבדיקת המקור וניתן לתייק אותם לצדה.</translation>
  </message>
  <message>
   <source>Files say who the patients are: names, numbers, dates, notes and paths.</source>
   <translation>הקבצים אומרים מי המטופלים: שמות, מספרים, תאריכים, הערות ונתיבים.</translation>
  </message>
  <message>
   <source>HTML report</source>
   <translation>דוח HTML</translation>
  </message>
  <message>
   <source>Image, heat map, evidence and impression</source>
   <translation>תמונה, מפת חום, ראיות והתרשמות</translation>
  </message>
  <message>
   <source>JSON lines</source>
   <translation>שורות JSON</translation>
  </message>
  <message>
   <source>List as filtered · {0}</source>
   <translation>הרשימה המסוננת · {0}</translation>
  </message>
  <message>
   <source>No names, numbers, dates, notes or paths; one key per study, the same in every file. DICOM objects get new UIDs (PS3.15 basic profile), so no archive can file them beside their study. Text within pixels stays.</source>
   <translation>בלי שמות, מספרים, תאריכים, הערות או נתיבים; מפתח אחד לבדיקה, זהה בכל הקבצים. אובייקטי DICOM מקבלים UID חדשים (PS3.15 basic profile), ולכן שום ארכיון אינו יכול לתייק אותם לצד הבדיקה. טקסט בתוך הפיקסלים נשאר.</translation>
  </message>
  <message>
   <source>No names, numbers, dates, notes or paths; one key per study, the same in every file. Text within pixels stays.</source>
   <translation>בלי שמות, מספרים, תאריכים, הערות או נתיבים; מפתח אחד לבדיקה, זהה בכל הקבצים. טקסט בתוך הפיקסלים נשאר.</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>דבר לא נכתב.</translation>
  </message>
  <message>
   <source>Nothing was written. A drive or the network was lost.</source>
   <translation>דבר לא נכתב. כונן או הרשת אבדו.</translation>
  </message>
  <message>
   <source>One page for any browser, works offline</source>
   <translation>דף אחד לכל דפדפן, פועל בלי רשת</translation>
  </message>
  <message>
   <source>PDF report</source>
   <translation>דוח PDF</translation>
  </message>
  <message>
   <source>PNG pictures</source>
   <translation>תמונות PNG</translation>
  </message>
  <message>
   <source>Probabilities per study (TID 1500), unverified</source>
   <translation>הסתברויות לכל בדיקה (TID 1500), לא מאומתות</translation>
  </message>
  <message>
   <source>Selected · {0}</source>
   <translation>נבחרו · {0}</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>הדיסק מלא</translation>
  </message>
  <message>
   <source>The export ended unexpectedly</source>
   <translation>הייצוא הסתיים במפתיע</translation>
  </message>
  <message>
   <source>The folder cannot be reached any more</source>
   <translation>כבר אין גישה לתיקייה</translation>
  </message>
  <message>
   <source>The folder may hold some of the files. The log says more.</source>
   <translation>ייתכן שחלק מהקבצים בתיקייה. ביומן יש עוד.</translation>
  </message>
  <message>
   <source>The list with typed columns and their meaning</source>
   <translation>הרשימה עם עמודות מטופסות ומשמעותן</translation>
  </message>
  <message>
   <source>The overlay as a new series of the study</source>
   <translation>השכבה כסדרה חדשה של הבדיקה</translation>
  </message>
  <message>
   <source>The overlay of every scored image</source>
   <translation>השכבה של כל תמונה שקיבלה ציון</translation>
  </message>
  <message>
   <source>The same list as plain text</source>
   <translation>אותה רשימה כטקסט פשוט</translation>
  </message>
  <message>
   <source>There is no permission to write there</source>
   <translation>אין הרשאה לכתוב לשם</translation>
  </message>
  <message>
   <source>This study</source>
   <translation>בדיקה זו</translation>
  </message>
  <message>
   <source>{0} file</source>
   <translation>קובץ {0}</translation>
  </message>
  <message>
   <source>{0} file was written whole before that; the rest is missing.</source>
   <translation>קובץ {0} נכתב בשלמותו לפני כן; השאר חסר.</translation>
  </message>
  <message>
   <source>{0} file written</source>
   <translation>קובץ {0} נכתב</translation>
  </message>
  <message>
   <source>{0} files</source>
   <translation>‏{0} קבצים</translation>
  </message>
  <message>
   <source>{0} files were written whole before that; the rest is missing.</source>
   <translation>‏{0} קבצים נכתבו בשלמותם לפני כן; השאר חסר.</translation>
  </message>
  <message>
   <source>{0} files written</source>
   <translation>‏{0} קבצים נכתבו</translation>
  </message>
  <message>
   <source>{0} image could not be read again</source>
   <translation>תמונה {0} לא נקראה שוב</translation>
  </message>
  <message>
   <source>{0} image has no valid UIDs: no DICOM object</source>
   <translation>לתמונה {0} אין UID תקינים: אין אובייקט DICOM</translation>
  </message>
  <message>
   <source>{0} image is no DICOM file: no DICOM object</source>
   <translation>תמונה {0} אינה קובץ DICOM: אין אובייקט DICOM</translation>
  </message>
  <message>
   <source>{0} images are no DICOM files: no DICOM objects</source>
   <translation>‏{0} תמונות אינן קובצי DICOM: אין אובייקטי DICOM</translation>
  </message>
  <message>
   <source>{0} images could not be read again</source>
   <translation>‏{0} תמונות לא נקראו שוב</translation>
  </message>
  <message>
   <source>{0} images have no valid UIDs: no DICOM objects</source>
   <translation>ל־{0} תמונות אין UID תקינים: אין אובייקטי DICOM</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} מתוך {1}</translation>
  </message>
  <message>
   <source>{0} of {1} · {2}</source>
   <translation>‏{0} מתוך {1} · {2}</translation>
  </message>
  <message>
   <source>{0}; {1} image is no DICOM file and gets no DICOM object</source>
   <translation>‏{0}; תמונה {1} אינה קובץ DICOM ואינה מקבלת אובייקט DICOM</translation>
  </message>
  <message>
   <source>{0}; {1} images are no DICOM files and get no DICOM object</source>
   <translation>‏{0}; {1} תמונות אינן קובצי DICOM ואינן מקבלות אובייקט DICOM</translation>
  </message>
 </context>
 <context>
  <name>filter</name>
  <message>
   <source>Above both operating points</source>
   <translation>מעל שתי נקודות העבודה</translation>
  </message>
  <message>
   <source>Age in years</source>
   <translation>גיל בשנים</translation>
  </message>
  <message>
   <source>Being scored</source>
   <translation>מקבלות ציון</translation>
  </message>
  <message>
   <source>Below both operating points</source>
   <translation>מתחת לשתי נקודות העבודה</translation>
  </message>
  <message>
   <source>Between the operating points</source>
   <translation>בין נקודות העבודה</translation>
  </message>
  <message>
   <source>Body part examined</source>
   <translation>האיבר הנבדק</translation>
  </message>
  <message>
   <source>CR, DX and others</source>
   <translation>‏CR, DX ואחרים</translation>
  </message>
  <message>
   <source>F, M or O</source>
   <translation>‏F, M או O</translation>
  </message>
  <message>
   <source>Files that are no images</source>
   <translation>קבצים שאינם תמונות</translation>
  </message>
  <message>
   <source>How far the second model differs</source>
   <translation>עד כמה המודל השני שונה</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>בפענוח</translation>
  </message>
  <message>
   <source>Most urgent</source>
   <translation>הדחופות ביותר</translation>
  </message>
  <message>
   <source>Nobody has read them</source>
   <translation>איש לא פענח אותן</translation>
  </message>
  <message>
   <source>Not: a minus before any word</source>
   <translation>שלילה: מינוס לפני כל מילה</translation>
  </message>
  <message>
   <source>Number of images</source>
   <translation>מספר התמונות</translation>
  </message>
  <message>
   <source>PA, AP, LL and others</source>
   <translation>‏PA, AP, LL ואחרים</translation>
  </message>
  <message>
   <source>Part of a description</source>
   <translation>חלק מהתיאור</translation>
  </message>
  <message>
   <source>Part of a file name</source>
   <translation>חלק משם הקובץ</translation>
  </message>
  <message>
   <source>Part of the accession number</source>
   <translation>חלק ממספר הקבלה</translation>
  </message>
  <message>
   <source>Part of the patient ID</source>
   <translation>חלק ממזהה המטופל</translation>
  </message>
  <message>
   <source>Part of the patient's name</source>
   <translation>חלק משם המטופל</translation>
  </message>
  <message>
   <source>Probability of this class</source>
   <translation>ההסתברות של מחלקה זו</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>פוענח</translation>
  </message>
  <message>
   <source>Risk, 0 to 1 or in %</source>
   <translation>סיכון, 0 עד 1 או ב־%</translation>
  </message>
  <message>
   <source>Stopped by the check, or not readable</source>
   <translation>נעצרו בבדיקה, או אינן נקראות</translation>
  </message>
  <message>
   <source>Study date, or part of it</source>
   <translation>תאריך הבדיקה, או חלק ממנו</translation>
  </message>
  <message>
   <source>The reader agrees with the model about this class</source>
   <translation>הקורא מסכים עם המודל לגבי מחלקה זו</translation>
  </message>
  <message>
   <source>The reader disagrees with the model about this class</source>
   <translation>הקורא אינו מסכים עם המודל לגבי מחלקה זו</translation>
  </message>
  <message>
   <source>The two models contradict each other</source>
   <translation>שני המודלים סותרים זה את זה</translation>
  </message>
  <message>
   <source>There is no field “{0}”. Quotation marks make it plain text.</source>
   <translation>אין שדה „{0}”. מירכאות הופכות אותו לטקסט.</translation>
  </message>
  <message>
   <source>This part of the filter is left out until then.</source>
   <translation>חלק זה של המסנן מושמט עד אז.</translation>
  </message>
  <message>
   <source>Time since arrival: m, h or d</source>
   <translation>הזמן מאז ההגעה: m, h או d</translation>
  </message>
  <message>
   <source>Waiting to be scored</source>
   <translation>ממתינות לציון</translation>
  </message>
  <message>
   <source>What the check made of the image</source>
   <translation>מה הבדיקה אמרה על התמונה</translation>
  </message>
  <message>
   <source>What the reader said; none for nothing</source>
   <translation>מה שהקורא אמר; none לכלום</translation>
  </message>
  <message>
   <source>Who read the study</source>
   <translation>מי פענח את הבדיקה</translation>
  </message>
  <message>
   <source>With a score</source>
   <translation>עם ציון</translation>
  </message>
  <message>
   <source>dicom, png, jpeg or tiff</source>
   <translation>‏dicom, png, jpeg או tiff</translation>
  </message>
  <message>
   <source>stat, high or routine</source>
   <translation>‏stat, high או routine</translation>
  </message>
  <message>
   <source>“{0}” is compared with a colon, for example {1}</source>
   <translation>‏„{0}” מושווה בנקודתיים, למשל {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a class of the model, for example {1}</source>
   <translation>‏„{0}” דורש מחלקה של המודל, למשל {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a date, for example {1}</source>
   <translation>‏„{0}” דורש תאריך, למשל {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a number, for example {1}</source>
   <translation>‏„{0}” דורש מספר, למשל {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a time, for example {1}</source>
   <translation>‏„{0}” דורש זמן, למשל {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a value, for example {1}</source>
   <translation>‏„{0}” דורש ערך, למשל {1}</translation>
  </message>
 </context>
 <context>
  <name>guard</name>
  <message>
   <source>1 of {0} studies changes its band</source>
   <translation>1 מתוך {0} בדיקות משנה דרגה</translation>
  </message>
  <message>
   <source>None of {0} studies changes its band</source>
   <translation>אף אחת מ־{0} הבדיקות אינה משנה דרגה</translation>
  </message>
  <message>
   <source>{0} of {1} studies change their band</source>
   <translation>‏{0} מתוך {1} בדיקות משנות דרגה</translation>
  </message>
  <message>
   <source>{0} would fall below the operating point</source>
   <translation>‏{0} ירדו מתחת לנקודת העבודה</translation>
  </message>
  <message>
   <source>{0} would have no number any more</source>
   <translation>ל־{0} לא יהיה עוד מספר</translation>
  </message>
  <message>
   <source>{0} would rise above it</source>
   <translation>‏{0} יעלו מעליה</translation>
  </message>
 </context>
 <context>
  <name>inspection</name>
  <message>
   <source>1 file is left out: {0}</source>
   <translation>קובץ 1 הושמט: {0}</translation>
  </message>
  <message>
   <source>Where a class comes from one place only, a model can learn to recognise the place (its markers, borders, machine) and look right without looking at the lungs. Add images of that class from the other places.</source>
   <translation>כשמחלקה באה ממקום אחד בלבד, מודל יכול ללמוד לזהות את המקום (סימניו, שוליו, המכשיר) ולהיראות צודק בלי להביט בריאות. יש להוסיף תמונות של אותה מחלקה ממקומות אחרים.</translation>
  </message>
  <message>
   <source>and {0} more</source>
   <translation>ועוד {0}</translation>
  </message>
  <message>
   <source>{0} classes</source>
   <translation>‏{0} מחלקות</translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation>‏{0} תמונות</translation>
  </message>
  <message>
   <source>{0} patients</source>
   <translation>‏{0} מטופלים</translation>
  </message>
  <message>
   <source>{1} files are left out: {0}</source>
   <translation>‏{1} קבצים הושמטו: {0}</translation>
  </message>
 </context>
 <context>
  <name>key_editor</name>
  <message>
   <source>Out of range: {0}.</source>
   <translation>מחוץ לטווח: {0}.</translation>
  </message>
  <message>
   <source>This cannot be read. Write it as in {0}.</source>
   <translation>אי אפשר לקרוא זאת. יש לכתוב כמו {0}.</translation>
  </message>
  <message>
   <source>This needs a number.</source>
   <translation>נדרש כאן מספר.</translation>
  </message>
  <message>
   <source>This needs the form {0}.</source>
   <translation>נדרשת כאן הצורה {0}.</translation>
  </message>
  <message>
   <source>from {0}{1}</source>
   <translation>מ־{0}{1}</translation>
  </message>
  <message>
   <source>{0} to {1}{2}</source>
   <translation>‏{0} עד {1}{2}</translation>
  </message>
 </context>
 <context>
  <name>limits</name>
  <message>
   <source>It does not look for: {0}.</source>
   <translation>הוא אינו מחפש: {0}.</translation>
  </message>
  <message>
   <source>It judges each of them by itself: several may be likely, or none.</source>
   <translation>הוא שופט כל אחד בנפרד: ייתכנו כמה, או אף אחד.</translation>
  </message>
  <message>
   <source>The model looks for {0} only: {1}. It sees nothing else, not even what is plain to you.</source>
   <translation>המודל מחפש {0} בלבד: {1}. הוא אינו רואה דבר אחר, גם לא מה שגלוי לעיניך.</translation>
  </message>
  <message>
   <source>four things</source>
   <translation>ארבעה דברים</translation>
  </message>
  <message>
   <source>one thing</source>
   <translation>דבר אחד</translation>
  </message>
  <message>
   <source>three things</source>
   <translation>שלושה דברים</translation>
  </message>
  <message>
   <source>two things</source>
   <translation>שני דברים</translation>
  </message>
  <message>
   <source>{0} things</source>
   <translation>‏{0} דברים</translation>
  </message>
 </context>
 <context>
  <name>map_method</name>
  <message>
   <source>About {0}.</source>
   <translation>בערך {0}.</translation>
  </message>
  <message>
   <source>Comes with every score.</source>
   <translation>מגיע עם כל ציון.</translation>
  </message>
  <message>
   <source>Grad-CAM that weighs small and repeated areas more.</source>
   <translation>‏Grad-CAM שנותן משקל רב יותר לאזורים קטנים וחוזרים.</translation>
  </message>
  <message>
   <source>Grad-CAM with channels weighted by where they are active.</source>
   <translation>‏Grad-CAM עם ערוצים שמשוקללים לפי מקום פעילותם.</translation>
  </message>
  <message>
   <source>Not available: {0}.</source>
   <translation>לא זמין: {0}.</translation>
  </message>
  <message>
   <source>Relative scale: not to be compared between images.</source>
   <translation>סולם יחסי: אין להשוות בין תמונות.</translation>
  </message>
  <message>
   <source>The exact contribution of each place, without averaging gradients.</source>
   <translation>התרומה המדויקת של כל מקום, בלי מיצוע גרדיאנטים.</translation>
  </message>
  <message>
   <source>Took {0}.</source>
   <translation>נמשך {0}.</translation>
  </message>
  <message>
   <source>What each place adds to the logit.</source>
   <translation>מה שכל מקום מוסיף ל־logit.</translation>
  </message>
  <message>
   <source>What speaks for the class alone; nothing that speaks against it is taken off.</source>
   <translation>רק מה שמדבר בעד המחלקה; מה שמדבר נגדה אינו מנוכה.</translation>
  </message>
  <message>
   <source>What the logit is when only one pattern of the image is left.</source>
   <translation>ה־logit כשנשאר דפוס אחד בלבד בתמונה.</translation>
  </message>
  <message>
   <source>What the logit loses when parts of the network are switched off.</source>
   <translation>מה שה־logit מאבד כשמכבים חלקים מהרשת.</translation>
  </message>
  <message>
   <source>What the network reacts to most, the same for every class.</source>
   <translation>מה שהרשת מגיבה אליו יותר מכול, זהה לכל המחלקות.</translation>
  </message>
  <message>
   <source>With this model the same map as Grad-CAM.</source>
   <translation>במודל זה אותה מפה כמו Grad-CAM.</translation>
  </message>
  <message>
   <source>the model has been changed</source>
   <translation>המודל הוחלף</translation>
  </message>
  <message>
   <source>the scoring engine is starting</source>
   <translation>מנוע הציונים מתחיל</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>‏{0} שנ׳</translation>
  </message>
  <message>
   <source>{0}: being computed, about {1}</source>
   <translation>‏{0}: בחישוב, בערך {1}</translation>
  </message>
  <message>
   <source>{0}: no map, {1}</source>
   <translation>‏{0}: אין מפה, {1}</translation>
  </message>
  <message>
   <source>{0}: {1} computed, about {2} left</source>
   <translation>‏{0}: חושבו {1}, נותרו בערך {2}</translation>
  </message>
 </context>
 <context>
  <name>map_region</name>
  <message>
   <source>Main region: outside the lungs, {0} of the map.</source>
   <translation>אזור עיקרי: מחוץ לריאות, {0} מהמפה.</translation>
  </message>
  <message>
   <source>Main region: {0}, {1} of the map; {2} outside the lungs.</source>
   <translation>אזור עיקרי: {0}, {1} מהמפה; {2} מחוץ לריאות.</translation>
  </message>
  <message>
   <source>Much of this map lies outside the lungs: it may show the hospital rather than the disease.</source>
   <translation>חלק גדול מהמפה נמצא מחוץ לריאות: ייתכן שהיא מראה את בית החולים ולא את המחלה.</translation>
  </message>
 </context>
 <context>
  <name>model_name</name>
  <message>
   <source>A model of yours has this name. Choose another, or replace it.</source>
   <translation>למודל שלך יש שם זה. יש לבחור אחר, או להחליף אותו.</translation>
  </message>
  <message>
   <source>A model that comes with the program has this name.</source>
   <translation>למודל שבא עם התוכנית יש שם זה.</translation>
  </message>
  <message>
   <source>Small letters, digits, - and _ only, at most 40, and a letter or digit first.</source>
   <translation>אותיות קטנות, ספרות, - ו־_ בלבד, עד 40, ותחילה אות או ספרה.</translation>
  </message>
  <message>
   <source>The model needs a name.</source>
   <translation>המודל צריך שם.</translation>
  </message>
  <message>
   <source>Windows keeps this name for itself.</source>
   <translation>‏Windows שומרת שם זה לעצמה.</translation>
  </message>
 </context>
 <context>
  <name>not_scored</name>
  <message>
   <source>Correct both and score</source>
   <translation>תיקון שניהם ומתן ציון</translation>
  </message>
  <message>
   <source>Exchange black and white and score</source>
   <translation>החלפת שחור ולבן ומתן ציון</translation>
  </message>
  <message>
   <source>It looks like a frontal chest radiograph, but nothing like it was among the images that the model learned from. How often it is right here is not known.</source>
   <translation>זה נראה כצילום חזה חזיתי, אך לא היה דומה לו בין התמונות שמהן למד המודל. לא ידוע באיזו תדירות הוא צודק כאן.</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>להשאיר</translation>
  </message>
  <message>
   <source>Score anyway</source>
   <translation>מתן ציון בכל זאת</translation>
  </message>
  <message>
   <source>Score this image although it was set aside?</source>
   <translation>לתת ציון לתמונה הזאת אף שהונחה בצד?</translation>
  </message>
  <message>
   <source>The check of the pixels did not take it for a usable frontal chest radiograph, so the number may mean nothing. It will be marked as scored on request, and the request is logged.</source>
   <translation>בדיקת הפיקסלים לא זיהתה אותה כצילום חזה חזיתי שמיש, ולכן המספר עלול להיות חסר משמעות. הוא יסומן כציון לפי בקשה, והבקשה תירשם.</translation>
  </message>
  <message>
   <source>The model judges both lungs. Where parts of them are missing it may miss what is there.</source>
   <translation>המודל שופט את שתי הריאות. כשחלקים חסרים הוא עלול להחמיץ.</translation>
  </message>
  <message>
   <source>The model knows films with white bones only. With black and white exchanged its number would mean nothing.</source>
   <translation>המודל מכיר רק צילומים עם עצמות לבנות. כששחור ולבן הפוכים המספר חסר משמעות.</translation>
  </message>
  <message>
   <source>The model knows upright films only. On a turned one its number would mean nothing.</source>
   <translation>המודל מכיר רק צילומים זקופים. בצילום מסובב המספר חסר משמעות.</translation>
  </message>
  <message>
   <source>The model was made for frontal chest radiographs of adults. For other images its number means nothing.</source>
   <translation>המודל נבנה לצילומי חזה חזיתיים של מבוגרים. בתמונות אחרות המספר חסר משמעות.</translation>
  </message>
  <message>
   <source>Turn it upright and score</source>
   <translation>זקיפה ומתן ציון</translation>
  </message>
 </context>
 <context>
  <name>progress</name>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>‏{0}: {1} מתוך {2}</translation>
  </message>
 </context>
 <context>
  <name>reasons</name>
  <message>
   <source>A newer version of this program wrote the saved worklist. It is open for reading only: nothing is scored, marked or saved here. Use the newer version to go on.</source>
   <translation>רשימת העבודה השמורה נכתבה בגרסה חדשה יותר. היא פתוחה לקריאה בלבד: דבר אינו מקבל כאן ציון, מסומן או נשמר. להמשך יש להשתמש בגרסה החדשה יותר.</translation>
  </message>
  <message>
   <source>Another window of this program has the worklist open. Close it first.</source>
   <translation>חלון אחר של התוכנית מחזיק את רשימת העבודה. יש לסגור אותו קודם.</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>אוטומטי</translation>
  </message>
  <message>
   <source>Images that lie on their side or upside down are not recognised</source>
   <translation>תמונות ששוכבות על הצד או הפוכות אינן מזוהות</translation>
  </message>
  <message>
   <source>JPEG with {0} bits per pixel; 8 are read</source>
   <translation>‏JPEG עם {0} סיביות לפיקסל; נקראות 8</translation>
  </message>
  <message>
   <source>Look-up table {0}</source>
   <translation>טבלת המרה {0}</translation>
  </message>
  <message>
   <source>Lungs are not outlined and their zones not named</source>
   <translation>לריאות אין קו מתאר ואזוריהן אינם מצוינים בשם</translation>
  </message>
  <message>
   <source>OpenVINO cannot be loaded on this computer</source>
   <translation>אי אפשר לטעון את OpenVINO במחשב זה</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>מושהה</translation>
  </message>
  <message>
   <source>Scoring goes on with the processor: {0}</source>
   <translation>מתן הציונים נמשך במעבד: {0}</translation>
  </message>
  <message>
   <source>Scoring stopped: {0}</source>
   <translation>מתן הציונים נעצר: {0}</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your results are safe; the log has the details.</source>
   <translation>משהו השתבש בתוכנית. התוצאות שלך בטוחות; הפרטים ביומן.</translation>
  </message>
  <message>
   <source>Starting the scoring engine</source>
   <translation>הפעלת מנוע הציונים</translation>
  </message>
  <message>
   <source>Starting the scoring engine again</source>
   <translation>הפעלה מחדש של מנוע הציונים</translation>
  </message>
  <message>
   <source>TIFF compressed as {0}, which is not read</source>
   <translation>‏TIFF דחוס כ־{0}, שאינו נקרא</translation>
  </message>
  <message>
   <source>TIFF with pixels of an unknown kind, which are not read</source>
   <translation>‏TIFF עם פיקסלים מסוג לא מוכר, שאינם נקראים</translation>
  </message>
  <message>
   <source>TIFF with signed values, which is not read</source>
   <translation>‏TIFF עם ערכים מסומנים, שאינו נקרא</translation>
  </message>
  <message>
   <source>The processor is used: {0}</source>
   <translation>נעשה שימוש במעבד: {0}</translation>
  </message>
  <message>
   <source>The saved worklist is damaged. Start the program again: it will be set aside.</source>
   <translation>רשימת העבודה השמורה פגומה. יש להפעיל את התוכנית מחדש: היא תונח בצד.</translation>
  </message>
  <message>
   <source>The saved worklist was damaged and is set aside. The copy of {0} was opened in its place: what was marked since then is missing, and newer images are scored again.</source>
   <translation>רשימת העבודה השמורה הייתה פגומה והונחה בצד. במקומה נפתח העותק של {0}: מה שסומן מאז חסר, ותמונות חדשות יותר מקבלות ציון מחדש.</translation>
  </message>
  <message>
   <source>The saved worklist was damaged. It was set aside, a new one was begun, and images are scored again.</source>
   <translation>רשימת העבודה השמורה הייתה פגומה. היא הונחה בצד, נפתחה חדשה, והתמונות מקבלות ציון מחדש.</translation>
  </message>
  <message>
   <source>The saved worklist was written by a newer version of this program. Use that version.</source>
   <translation>רשימת העבודה השמורה נכתבה בגרסה חדשה יותר. יש להשתמש בגרסה ההיא.</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: another program is using its file.</source>
   <translation>אי אפשר לשמור את רשימת העבודה: תוכנית אחרת משתמשת בקובץ.</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: its file cannot be written.</source>
   <translation>אי אפשר לשמור את רשימת העבודה: לא ניתן לכתוב לקובץ.</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: the disk is full.</source>
   <translation>אי אפשר לשמור את רשימת העבודה: הדיסק מלא.</translation>
  </message>
  <message>
   <source>The worklist is closed.</source>
   <translation>רשימת העבודה סגורה.</translation>
  </message>
  <message>
   <source>There is no second opinion: the model {0} is not installed.</source>
   <translation>אין חוות דעת שנייה: המודל {0} אינו מותקן.</translation>
  </message>
  <message>
   <source>This did not work. The log says more.</source>
   <translation>זה לא הצליח. ביומן יש עוד.</translation>
  </message>
  <message>
   <source>Today's copy of the worklist could not be written; the worklist itself is safe.</source>
   <translation>העותק היומי של רשימת העבודה לא נכתב; הרשימה עצמה בטוחה.</translation>
  </message>
  <message>
   <source>Window {0}</source>
   <translation>חלון {0}</translation>
  </message>
  <message>
   <source>YBR_FULL_422 pixels with an odd number of columns</source>
   <translation>פיקסלים YBR_FULL_422 עם מספר עמודות אי־זוגי</translation>
  </message>
  <message>
   <source>a DICOM directory, not an image</source>
   <translation>ספריית DICOM, לא תמונה</translation>
  </message>
  <message>
   <source>a DICOM file that holds no data set</source>
   <translation>קובץ DICOM בלי מערך נתונים</translation>
  </message>
  <message>
   <source>a DICOM object that is no radiograph ({0})</source>
   <translation>אובייקט DICOM שאינו צילום ({0})</translation>
  </message>
  <message>
   <source>a DICOM object without an image</source>
   <translation>אובייקט DICOM בלי תמונה</translation>
  </message>
  <message>
   <source>a DICOM object without an image ({0})</source>
   <translation>אובייקט DICOM בלי תמונה ({0})</translation>
  </message>
  <message>
   <source>a colour image, shown as grey</source>
   <translation>תמונה צבעונית, מוצגת באפור</translation>
  </message>
  <message>
   <source>a device, not a file</source>
   <translation>התקן, לא קובץ</translation>
  </message>
  <message>
   <source>a file of zeros</source>
   <translation>קובץ של אפסים</translation>
  </message>
  <message>
   <source>a folder, not a file</source>
   <translation>תיקייה, לא קובץ</translation>
  </message>
  <message>
   <source>a link, which is not followed</source>
   <translation>קישור, שאין עוקבים אחריו</translation>
  </message>
  <message>
   <source>a lossless JPEG, which is not read</source>
   <translation>‏JPEG ללא אובדן, שאינו נקרא</translation>
  </message>
  <message>
   <source>a model file does not match its card; please install the model again</source>
   <translation>קובץ מודל אינו תואם את כרטיסו; נא להתקין את המודל מחדש</translation>
  </message>
  <message>
   <source>a model file is missing or cannot be read</source>
   <translation>קובץ מודל חסר או שאינו נקרא</translation>
  </message>
  <message>
   <source>a pipe, not a file</source>
   <translation>צינור, לא קובץ</translation>
  </message>
  <message>
   <source>a socket, not a file</source>
   <translation>שקע, לא קובץ</translation>
  </message>
  <message>
   <source>a text</source>
   <translation>טקסט</translation>
  </message>
  <message>
   <source>a web page</source>
   <translation>דף אינטרנט</translation>
  </message>
  <message>
   <source>a {0} file; DICOM, PNG, JPEG and TIFF are read</source>
   <translation>קובץ {0}; נקראים DICOM, PNG, JPEG ו־TIFF</translation>
  </message>
  <message>
   <source>an animated image</source>
   <translation>תמונה מונפשת</translation>
  </message>
  <message>
   <source>an arithmetic or hierarchical JPEG, which is not read</source>
   <translation>‏JPEG אריתמטי או היררכי, שאינו נקרא</translation>
  </message>
  <message>
   <source>an image of several pages</source>
   <translation>תמונה בת כמה דפים</translation>
  </message>
  <message>
   <source>another file of this study has the same instance UID and other content</source>
   <translation>לקובץ אחר של הבדיקה אותו instance UID ותוכן אחר</translation>
  </message>
  <message>
   <source>another study here has this patient ID with another name or birth date</source>
   <translation>לבדיקה אחרת כאן אותו מזהה מטופל עם שם או תאריך לידה אחרים</translation>
  </message>
  <message>
   <source>bits above those stored were ignored</source>
   <translation>סיביות מעל אלה השמורות לא נלקחו בחשבון</translation>
  </message>
  <message>
   <source>black and white are exchanged</source>
   <translation>שחור ולבן הוחלפו</translation>
  </message>
  <message>
   <source>floating-point TIFF, which is not read</source>
   <translation>‏TIFF בנקודה צפה, שאינו נקרא</translation>
  </message>
  <message>
   <source>floating-point pixels are not read</source>
   <translation>פיקסלים בנקודה צפה אינם נקראים</translation>
  </message>
  <message>
   <source>high bit {0} with {1} bits stored</source>
   <translation>סיבית עליונה {0} עם {1} סיביות שמורות</translation>
  </message>
  <message>
   <source>it could not be computed</source>
   <translation>לא ניתן היה לחשב</translation>
  </message>
  <message>
   <source>lateral view</source>
   <translation>מבט צידי</translation>
  </message>
  <message>
   <source>multi-frame image ({0} frames)</source>
   <translation>תמונה רב־פריימית ({0} פריימים)</translation>
  </message>
  <message>
   <source>needs torch and pytorch-grad-cam, which are not installed</source>
   <translation>דרושים torch ו־pytorch-grad-cam, שאינם מותקנים</translation>
  </message>
  <message>
   <source>no image content</source>
   <translation>אין תוכן תמונה</translation>
  </message>
  <message>
   <source>no image content: every pixel has the same value</source>
   <translation>אין תוכן תמונה: לכל הפיקסלים אותו ערך</translation>
  </message>
  <message>
   <source>no image content: every pixel is padding</source>
   <translation>אין תוכן תמונה: כל הפיקסלים ריפוד</translation>
  </message>
  <message>
   <source>no image content: {0} × {1} pixels are a strip, not a radiograph</source>
   <translation>אין תוכן תמונה: {0} × {1} פיקסלים הם רצועה, לא צילום</translation>
  </message>
  <message>
   <source>no image content: {0} × {1} pixels are too few</source>
   <translation>אין תוכן תמונה: {0} × {1} פיקסלים הם מעט מדי</translation>
  </message>
  <message>
   <source>no model is installed</source>
   <translation>לא מותקן מודל</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>אין הרשאה לקרוא את הקובץ</translation>
  </message>
  <message>
   <source>no study date; the {0} date is shown</source>
   <translation>אין תאריך בדיקה; מוצג תאריך {0}</translation>
  </message>
  <message>
   <source>not a DICOM file</source>
   <translation>לא קובץ DICOM</translation>
  </message>
  <message>
   <source>not a DICOM, PNG, JPEG or TIFF file</source>
   <translation>לא קובץ DICOM, PNG, JPEG או TIFF</translation>
  </message>
  <message>
   <source>not a chest radiograph</source>
   <translation>לא צילום חזה</translation>
  </message>
  <message>
   <source>not enough memory to read this image</source>
   <translation>אין די זיכרון לקריאת התמונה</translation>
  </message>
  <message>
   <source>not enough shared memory for this image</source>
   <translation>אין די זיכרון משותף לתמונה</translation>
  </message>
  <message>
   <source>not recognised as a frontal chest radiograph</source>
   <translation>לא זוהה כצילום חזה חזיתי</translation>
  </message>
  <message>
   <source>only one lung was found</source>
   <translation>נמצאה ריאה אחת בלבד</translation>
  </message>
  <message>
   <source>overlay planes are not drawn</source>
   <translation>מישורי שכבה אינם מצוירים</translation>
  </message>
  <message>
   <source>photometric interpretation {0} is not read</source>
   <translation>פרשנות פוטומטרית {0} אינה נקראת</translation>
  </message>
  <message>
   <source>raw detector values, not processed for reading</source>
   <translation>ערכי גלאי גולמיים, לא מעובדים לפענוח</translation>
  </message>
  <message>
   <source>reading took longer than {0} seconds</source>
   <translation>הקריאה נמשכה יותר מ־{0} שניות</translation>
  </message>
  <message>
   <source>reading was stopped</source>
   <translation>הקריאה נעצרה</translation>
  </message>
  <message>
   <source>scoring it takes more memory than is allowed</source>
   <translation>מתן הציון דורש יותר זיכרון מהמותר</translation>
  </message>
  <message>
   <source>some text is in a character set that the file does not state</source>
   <translation>חלק מהטקסט בערכת תווים שהקובץ אינו מציין</translation>
  </message>
  <message>
   <source>stored mirrored</source>
   <translation>נשמר כתמונת ראי</translation>
  </message>
  <message>
   <source>stored on its side</source>
   <translation>נשמר על הצד</translation>
  </message>
  <message>
   <source>stored upside down</source>
   <translation>נשמר הפוך</translation>
  </message>
  <message>
   <source>test split</source>
   <translation>חלק המבחן</translation>
  </message>
  <message>
   <source>test split without children; the same collections as in training</source>
   <translation>חלק המבחן בלי ילדים; אותם אוספים כמו באימון</translation>
  </message>
  <message>
   <source>text is burned into the image</source>
   <translation>טקסט צרוב בתמונה</translation>
  </message>
  <message>
   <source>the bits stored are not stated</source>
   <translation>מספר הסיביות השמורות אינו מצוין</translation>
  </message>
  <message>
   <source>the colour palette is missing or damaged</source>
   <translation>לוח הצבעים חסר או פגום</translation>
  </message>
  <message>
   <source>the colours of the compressed pixel data differ in depth</source>
   <translation>לצבעי הפיקסלים הדחוסים עומק שונה</translation>
  </message>
  <message>
   <source>the compressed data set grows beyond {0} MB</source>
   <translation>מערך הנתונים הדחוס גדל מעבר ל־{0} MB</translation>
  </message>
  <message>
   <source>the compressed data set is damaged</source>
   <translation>מערך הנתונים הדחוס פגום</translation>
  </message>
  <message>
   <source>the compressed pixel data are cut short</source>
   <translation>נתוני הפיקסלים הדחוסים קטועים</translation>
  </message>
  <message>
   <source>the compressed pixel data are damaged</source>
   <translation>נתוני הפיקסלים הדחוסים פגומים</translation>
  </message>
  <message>
   <source>the compressed pixel data are damaged or cut short</source>
   <translation>נתוני הפיקסלים הדחוסים פגומים או קטועים</translation>
  </message>
  <message>
   <source>the compressed pixel data are larger than a file may be</source>
   <translation>נתוני הפיקסלים הדחוסים גדולים מהמותר לקובץ</translation>
  </message>
  <message>
   <source>the compressed pixel data are of no known kind</source>
   <translation>נתוני הפיקסלים הדחוסים מסוג לא מוכר</translation>
  </message>
  <message>
   <source>the compressed pixel data have {0} planes of bytes, not {1}</source>
   <translation>לנתוני הפיקסלים הדחוסים {0} מישורי בתים, לא {1}</translation>
  </message>
  <message>
   <source>the compute device does not work with this model</source>
   <translation>התקן החישוב אינו פועל עם מודל זה</translation>
  </message>
  <message>
   <source>the compute device failed</source>
   <translation>התקן החישוב נכשל</translation>
  </message>
  <message>
   <source>the decoder ended unexpectedly while reading this file</source>
   <translation>המפענח הסתיים במפתיע בעת קריאת הקובץ</translation>
  </message>
  <message>
   <source>the drive could not read the file</source>
   <translation>הכונן לא הצליח לקרוא את הקובץ</translation>
  </message>
  <message>
   <source>the engine stopped again and again</source>
   <translation>המנוע נעצר שוב ושוב</translation>
  </message>
  <message>
   <source>the engine stopped twice on this file</source>
   <translation>המנוע נעצר פעמיים על קובץ זה</translation>
  </message>
  <message>
   <source>the file cannot be opened</source>
   <translation>אי אפשר לפתוח את הקובץ</translation>
  </message>
  <message>
   <source>the file cannot be read</source>
   <translation>אי אפשר לקרוא את הקובץ</translation>
  </message>
  <message>
   <source>the file does not state its transfer syntax</source>
   <translation>הקובץ אינו מציין את תחביר ההעברה</translation>
  </message>
  <message>
   <source>the file holds no compressed pixel data</source>
   <translation>הקובץ אינו מכיל נתוני פיקסלים דחוסים</translation>
  </message>
  <message>
   <source>the file holds no pixel data</source>
   <translation>הקובץ אינו מכיל נתוני פיקסלים</translation>
  </message>
  <message>
   <source>the file is as good as empty ({0} byte)</source>
   <translation>הקובץ ריק כמעט (בית {0})</translation>
  </message>
  <message>
   <source>the file is as good as empty ({0} bytes)</source>
   <translation>הקובץ ריק כמעט ({0} בתים)</translation>
  </message>
  <message>
   <source>the file is cut short in its header</source>
   <translation>הקובץ קטוע בכותר</translation>
  </message>
  <message>
   <source>the file is cut short or damaged in its header</source>
   <translation>הכותר של הקובץ קטוע או פגום</translation>
  </message>
  <message>
   <source>the file is damaged</source>
   <translation>הקובץ פגום</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>הקובץ ריק</translation>
  </message>
  <message>
   <source>the file is larger than {0} MB</source>
   <translation>הקובץ גדול מ־{0} MB</translation>
  </message>
  <message>
   <source>the file is no longer there</source>
   <translation>הקובץ כבר אינו קיים</translation>
  </message>
  <message>
   <source>the file is set aside: reading it failed twice</source>
   <translation>הקובץ הונח בצד: קריאתו נכשלה פעמיים</translation>
  </message>
  <message>
   <source>the file's name cannot be opened</source>
   <translation>אי אפשר לפתוח את שם הקובץ</translation>
  </message>
  <message>
   <source>the film is upside down</source>
   <translation>הצילום הפוך</translation>
  </message>
  <message>
   <source>the film is upside down and black and white are exchanged</source>
   <translation>הצילום הפוך ושחור ולבן הוחלפו</translation>
  </message>
  <message>
   <source>the film lies on its side</source>
   <translation>הצילום שוכב על צדו</translation>
  </message>
  <message>
   <source>the film lies on its side and black and white are exchanged</source>
   <translation>הצילום שוכב על צדו ושחור ולבן הוחלפו</translation>
  </message>
  <message>
   <source>the header contradicts itself: {0}</source>
   <translation>הכותר סותר את עצמו: {0}</translation>
  </message>
  <message>
   <source>the header describes {0} bytes of pixel data, the file holds {1}</source>
   <translation>הכותר מתאר {0} בתים של פיקסלים, בקובץ יש {1}</translation>
  </message>
  <message>
   <source>the header does not state its {0}</source>
   <translation>הכותר אינו מציין {0}</translation>
  </message>
  <message>
   <source>the header has too many elements</source>
   <translation>בכותר יותר מדי רכיבים</translation>
  </message>
  <message>
   <source>the header names another body part: {0}</source>
   <translation>הכותר מציין איבר אחר: {0}</translation>
  </message>
  <message>
   <source>the header names another modality: {0}</source>
   <translation>הכותר מציין מודאליות אחרת: {0}</translation>
  </message>
  <message>
   <source>the header says lateral view</source>
   <translation>הכותר מציין מבט צידי</translation>
  </message>
  <message>
   <source>the header says that there are {0} frames</source>
   <translation>הכותר מציין {0} פריימים</translation>
  </message>
  <message>
   <source>the header states several values for its {0}</source>
   <translation>הכותר מציין כמה ערכים עבור {0}</translation>
  </message>
  <message>
   <source>the header states {0} for its {1}</source>
   <translation>הכותר מציין {0} עבור {1}</translation>
  </message>
  <message>
   <source>the image decoder could not be started</source>
   <translation>אי אפשר היה להפעיל את מפענח התמונות</translation>
  </message>
  <message>
   <source>the image gives no model input</source>
   <translation>התמונה אינה נותנת קלט למודל</translation>
  </message>
  <message>
   <source>the image looks mirrored, or the heart lies on the right</source>
   <translation>התמונה נראית כתמונת ראי, או שהלב בצד ימין</translation>
  </message>
  <message>
   <source>the image needs more memory than there is</source>
   <translation>התמונה דורשת יותר זיכרון מהקיים</translation>
  </message>
  <message>
   <source>the image's size contradicts its header</source>
   <translation>גודל התמונה סותר את הכותר</translation>
  </message>
  <message>
   <source>the installed torch cannot use this graphics card</source>
   <translation>ה־torch המותקן אינו יכול להשתמש בכרטיס המסך הזה</translation>
  </message>
  <message>
   <source>the lung model is not installed</source>
   <translation>מודל הריאות אינו מותקן</translation>
  </message>
  <message>
   <source>the lungs are cut off at the edge of the picture</source>
   <translation>הריאות נחתכות בקצה התמונה</translation>
  </message>
  <message>
   <source>the lungs were not found</source>
   <translation>הריאות לא נמצאו</translation>
  </message>
  <message>
   <source>the lungs were not found: the middle of the image was scored</source>
   <translation>הריאות לא נמצאו: ניתן ציון למרכז התמונה</translation>
  </message>
  <message>
   <source>the middle is darker than the sides, as in a negative</source>
   <translation>האמצע כהה מהצדדים, כמו בתשליל</translation>
  </message>
  <message>
   <source>the modality look-up table of the file cannot be used</source>
   <translation>טבלת ההמרה של המודאליות בקובץ אינה שמישה</translation>
  </message>
  <message>
   <source>the model gave no number</source>
   <translation>המודל לא נתן מספר</translation>
  </message>
  <message>
   <source>the model gave no number for this image</source>
   <translation>המודל לא נתן מספר לתמונה זו</translation>
  </message>
  <message>
   <source>the number of frames cannot be read</source>
   <translation>אי אפשר לקרוא את מספר הפריימים</translation>
  </message>
  <message>
   <source>the photometric interpretation is missing</source>
   <translation>הפרשנות הפוטומטרית חסרה</translation>
  </message>
  <message>
   <source>the photometric interpretation is not stated; taken as MONOCHROME2</source>
   <translation>הפרשנות הפוטומטרית אינה מצוינת; נלקחה כ־MONOCHROME2</translation>
  </message>
  <message>
   <source>the pixel data and the header disagree about negative values</source>
   <translation>נתוני הפיקסלים והכותר חלוקים לגבי ערכים שליליים</translation>
  </message>
  <message>
   <source>the pixel data are cut short</source>
   <translation>נתוני הפיקסלים קטועים</translation>
  </message>
  <message>
   <source>the pixel data are cut short ({0} of {1} bytes)</source>
   <translation>נתוני הפיקסלים קטועים ({0} מתוך {1} בתים)</translation>
  </message>
  <message>
   <source>the pixel data are longer than the header says</source>
   <translation>נתוני הפיקסלים ארוכים ממה שהכותר מציין</translation>
  </message>
  <message>
   <source>the pixel data are not encoded as {0}, as the header says</source>
   <translation>נתוני הפיקסלים אינם מקודדים כ־{0}, כפי שהכותר מציין</translation>
  </message>
  <message>
   <source>the pixel data are {0}, the header says {1}</source>
   <translation>נתוני הפיקסלים הם {0}, הכותר מציין {1}</translation>
  </message>
  <message>
   <source>the pixel data have {0} bits, the header allocates {1}</source>
   <translation>לנתוני הפיקסלים {0} סיביות, הכותר מקצה {1}</translation>
  </message>
  <message>
   <source>the pixel data have {0} bits, the header says {1}</source>
   <translation>לנתוני הפיקסלים {0} סיביות, הכותר מציין {1}</translation>
  </message>
  <message>
   <source>the pixel data have {0} samples per pixel, the header says {1}</source>
   <translation>לנתוני הפיקסלים {0} דגימות לפיקסל, הכותר מציין {1}</translation>
  </message>
  <message>
   <source>the pixel spacing makes no sense</source>
   <translation>מרווח הפיקסלים חסר היגיון</translation>
  </message>
  <message>
   <source>the pixels are not square</source>
   <translation>הפיקסלים אינם ריבועיים</translation>
  </message>
  <message>
   <source>the rescale slope or intercept makes no sense and is not used</source>
   <translation>שיפוע או חיתוך הכיול חסר היגיון ואינו בשימוש</translation>
  </message>
  <message>
   <source>the scoring engine is not ready</source>
   <translation>מנוע הציונים אינו מוכן</translation>
  </message>
  <message>
   <source>the scoring engine was started anew</source>
   <translation>מנוע הציונים הופעל מחדש</translation>
  </message>
  <message>
   <source>the second opinion gave no number</source>
   <translation>חוות הדעת השנייה לא נתנה מספר</translation>
  </message>
  <message>
   <source>the test split</source>
   <translation>חלק המבחן</translation>
  </message>
  <message>
   <source>the triage edition computes on the processor; the full edition can use a graphics card</source>
   <translation>מהדורת המיון מחשבת במעבד; המהדורה המלאה יכולה להשתמש בכרטיס מסך</translation>
  </message>
  <message>
   <source>the view stands in the patient position</source>
   <translation>המבט רשום בתנוחת המטופל</translation>
  </message>
  <message>
   <source>the {0} file holds no pixels</source>
   <translation>קובץ {0} אינו מכיל פיקסלים</translation>
  </message>
  <message>
   <source>the {0} file is cut short</source>
   <translation>קובץ {0} קטוע</translation>
  </message>
  <message>
   <source>the {0} file is damaged</source>
   <translation>קובץ {0} פגום</translation>
  </message>
  <message>
   <source>there is not enough memory</source>
   <translation>אין די זיכרון</translation>
  </message>
  <message>
   <source>this computer has no Apple graphics processor</source>
   <translation>למחשב זה אין מעבד גרפי של Apple</translation>
  </message>
  <message>
   <source>this computer has no NVIDIA graphics card that the driver offers</source>
   <translation>למחשב זה אין כרטיס NVIDIA שמנהל ההתקן מציע</translation>
  </message>
  <message>
   <source>this model is not installed</source>
   <translation>מודל זה אינו מותקן</translation>
  </message>
  <message>
   <source>took longer than {0} s</source>
   <translation>נמשך יותר מ־{0} שנ׳</translation>
  </message>
  <message>
   <source>torch cannot be loaded on this computer</source>
   <translation>אי אפשר לטעון את torch במחשב זה</translation>
  </message>
  <message>
   <source>transfer syntax {0} is not read</source>
   <translation>תחביר ההעברה {0} אינו נקרא</translation>
  </message>
  <message>
   <source>transparent parts are shown black</source>
   <translation>חלקים שקופים מוצגים בשחור</translation>
  </message>
  <message>
   <source>turned as its EXIF orientation says</source>
   <translation>סובב לפי כיוון EXIF</translation>
  </message>
  <message>
   <source>unlike the images that the model learned from</source>
   <translation>לא דומה לתמונות שמהן למד המודל</translation>
  </message>
  <message>
   <source>what was found does not have the form of two lungs</source>
   <translation>מה שנמצא אינו בצורת שתי ריאות</translation>
  </message>
  <message>
   <source>{0} Results are shown but may be lost.</source>
   <translation>‏{0} התוצאות מוצגות אך עלולות ללכת לאיבוד.</translation>
  </message>
  <message>
   <source>{0} bits per pixel; 8 and 16 are read</source>
   <translation>‏{0} סיביות לפיקסל; נקראות 8 ו־16</translation>
  </message>
  <message>
   <source>{0} bits stored of {1} allocated</source>
   <translation>‏{0} סיביות שמורות מתוך {1} מוקצות</translation>
  </message>
  <message>
   <source>{0} with pixels of kind {1}, which are not read</source>
   <translation>‏{0} עם פיקסלים מסוג {1}, שאינם נקראים</translation>
  </message>
  <message>
   <source>{0} with {1} samples per pixel</source>
   <translation>‏{0} עם {1} דגימות לפיקסל</translation>
  </message>
  <message>
   <source>{0} × {1} pixels are more than the limit of {2} megapixels</source>
   <translation>‏{0} × {1} פיקסלים חורגים מהמגבלה של {2} מגה־פיקסל</translation>
  </message>
  <message>
   <source>{0}, not an image</source>
   <translation>‏{0}, לא תמונה</translation>
  </message>
  <message>
   <source>{0}: the model for it is not installed.</source>
   <translation>‏{0}: המודל לכך אינו מותקן.</translation>
  </message>
 </context>
 <context>
  <name>recipe_keys</name>
  <message>
   <source>How often every training image is seen. Time grows with it; with too many the model learns its images by heart.</source>
   <translation>כמה פעמים רואים כל תמונת אימון. הזמן גדל איתו; ביותר מדי המודל לומד את תמונותיו בעל פה.</translation>
  </message>
  <message>
   <source>Images per step. A larger batch is quicker and needs more memory; halve it where memory runs out.</source>
   <translation>תמונות לצעד. אצווה גדולה מהירה יותר ודורשת יותר זיכרון; יש לחצות אותה כשהזיכרון אוזל.</translation>
  </message>
  <message>
   <source>Side of the picture that the network sees. A larger one shows finer detail; time grows with its square.</source>
   <translation>צלע התמונה שהרשת רואה. גדולה יותר מראה פרטים עדינים; הזמן גדל בריבוע שלה.</translation>
  </message>
  <message>
   <source>Size of a step. Too large and the loss jumps, too small and nothing is learnt. Try a third of it, or three times as much.</source>
   <translation>גודל צעד. גדול מדי וההפסד קופץ, קטן מדי ודבר אינו נלמד. כדאי לנסות שליש ממנו או פי שלושה.</translation>
  </message>
  <message>
   <source>phase {0}</source>
   <translation>שלב {0}</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation>{0}, {1}</translation>
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
   <translation>1 − סגוליות</translation>
  </message>
  <message>
   <source>AUC not known</source>
   <translation>‏AUC לא ידוע</translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation>AUC {0}</translation>
  </message>
  <message>
   <source>After: expected calibration error</source>
   <translation>אחרי: שגיאת כיול צפויה</translation>
  </message>
  <message>
   <source>Area under the curve with its 95 % interval</source>
   <translation>השטח מתחת לעקומה עם רווח סמך של 95 %</translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation>דיוק ממוצע</translation>
  </message>
  <message>
   <source>Before: expected calibration error</source>
   <translation>לפני: שגיאת כיול צפויה</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>דיוק חיובי</translation>
  </message>
  <message>
   <source>Precision and recall</source>
   <translation>דיוק חיובי ואחזור</translation>
  </message>
  <message>
   <source>Probabilities</source>
   <translation>הסתברויות</translation>
  </message>
  <message>
   <source>Probability</source>
   <translation>הסתברות</translation>
  </message>
  <message>
   <source>Probability that was given</source>
   <translation>ההסתברות שניתנה</translation>
  </message>
  <message>
   <source>ROC</source>
   <translation>ROC</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>מהימנות</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>רגישות</translation>
  </message>
  <message>
   <source>Sensitivity (recall)</source>
   <translation>רגישות (אחזור)</translation>
  </message>
  <message>
   <source>Share of images</source>
   <translation>חלק התמונות</translation>
  </message>
  <message>
   <source>Share that was right</source>
   <translation>החלק שהיה נכון</translation>
  </message>
  <message>
   <source>after, {0}</source>
   <translation>אחרי, {0}</translation>
  </message>
  <message>
   <source>average precision {0}</source>
   <translation>דיוק ממוצע {0}</translation>
  </message>
  <message>
   <source>before, ECE {0}</source>
   <translation>לפני, ECE {0}</translation>
  </message>
  <message>
   <source>with</source>
   <translation>עם</translation>
  </message>
  <message>
   <source>without</source>
   <translation>בלי</translation>
  </message>
  <message>
   <source>{0} images with {1}, {2} without</source>
   <translation>‏{0} תמונות עם {1}, {2} בלי</translation>
  </message>
 </context>
 <context>
  <name>report_tables</name>
  <message>
   <source>Called {0}</source>
   <translation>סומן {0}</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>תמונות</translation>
  </message>
  <message>
   <source>Operating points</source>
   <translation>נקודות עבודה</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>נכון</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>רגישות</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>סגוליות</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>סף</translation>
  </message>
  <message>
   <source>{0}: {1} with, {2} without</source>
   <translation>‏{0}: {1} עם, {2} בלי</translation>
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
   <translation>דיוק</translation>
  </message>
  <message>
   <source>At {0}</source>
   <translation>ב־{0}</translation>
  </message>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>דיוק חיובי</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>אחזור</translation>
  </message>
  <message>
   <source>Test accuracy</source>
   <translation>דיוק במבחן</translation>
  </message>
  <message>
   <source>Training accuracy</source>
   <translation>דיוק באימון</translation>
  </message>
  <message>
   <source>{0} sensitivity, {1} specificity</source>
   <translation>רגישות {0}, סגוליות {1}</translation>
  </message>
 </context>
 <context>
  <name>second_opinion</name>
  <message>
   <source>Hidden until your impression of the study is recorded.</source>
   <translation>מוסתר עד שההתרשמות שלך מהבדיקה תירשם.</translation>
  </message>
  <message>
   <source>No comparison: the second model is about another class.</source>
   <translation>אין השוואה: המודל השני עוסק במחלקה אחרת.</translation>
  </message>
  <message>
   <source>No second opinion yet: the study is being scored.</source>
   <translation>עדיין אין חוות דעת שנייה: הבדיקה מקבלת ציון.</translation>
  </message>
  <message>
   <source>No second opinion yet: the study waits to be scored.</source>
   <translation>עדיין אין חוות דעת שנייה: הבדיקה ממתינה לציון.</translation>
  </message>
  <message>
   <source>No second opinion: the study was not scored.</source>
   <translation>אין חוות דעת שנייה: הבדיקה לא קיבלה ציון.</translation>
  </message>
  <message>
   <source>No second opinion: this study was scored by one model alone.</source>
   <translation>אין חוות דעת שנייה: הבדיקה קיבלה ציון ממודל אחד בלבד.</translation>
  </message>
  <message>
   <source>The two models are far apart: {0}.</source>
   <translation>שני המודלים רחוקים זה מזה: {0}.</translation>
  </message>
  <message>
   <source>The two models are {0} apart: {1}.</source>
   <translation>שני המודלים רחוקים {0} זה מזה: {1}.</translation>
  </message>
  <message>
   <source>The two models disagree by {0}: {1}.</source>
   <translation>שני המודלים חלוקים ב־{0}: {1}.</translation>
  </message>
  <message>
   <source>The two models disagree: {0}.</source>
   <translation>שני המודלים חלוקים: {0}.</translation>
  </message>
  <message>
   <source>above both</source>
   <translation>מעל שתיהן</translation>
  </message>
  <message>
   <source>below both</source>
   <translation>מתחת לשתיהן</translation>
  </message>
  <message>
   <source>between</source>
   <translation>ביניהן</translation>
  </message>
  <message>
   <source>looks for other classes</source>
   <translation>מחפש מחלקות אחרות</translation>
  </message>
  <message>
   <source>{0}, agrees</source>
   <translation>‏{0}, מסכים</translation>
  </message>
  <message>
   <source>{0}, disagrees</source>
   <translation>‏{0}, חולק</translation>
  </message>
  <message>
   <source>{0}, far apart</source>
   <translation>‏{0}, רחוק</translation>
  </message>
  <message>
   <source>{0}, one band higher</source>
   <translation>‏{0}, דרגה אחת גבוה יותר</translation>
  </message>
  <message>
   <source>{0}, one band lower</source>
   <translation>‏{0}, דרגה אחת נמוך יותר</translation>
  </message>
 </context>
 <context>
  <name>shortcut_test</name>
  <message>
   <source>A strip along all four sides is filled from what lies beside it. A number that falls with it rested on the edge of the film, not on the lungs.</source>
   <translation>רצועה לאורך ארבעת הצדדים מתמלאת במה שלידה. מספר שיורד בעקבותיה נשען על קצה הצילום, לא על הריאות.</translation>
  </message>
  <message>
   <source>Borders masked</source>
   <translation>שוליים ממוסכים</translation>
  </message>
  <message>
   <source>Everything outside the lungs becomes black.</source>
   <translation>כל מה שמחוץ לריאות משחיר.</translation>
  </message>
  <message>
   <source>Markers masked</source>
   <translation>סימנים ממוסכים</translation>
  </message>
  <message>
   <source>On its test images the AUC for {0} fell from {1} to {2} with all but the lungs blackened.</source>
   <translation>בתמונות המבחן שלו ה־AUC עבור {0} ירד מ־{1} ל־{2} כשהכול מלבד הריאות הושחר.</translation>
  </message>
  <message>
   <source>On its test images the AUC for {0} was {1}, and {2} with all but the lungs blackened.</source>
   <translation>בתמונות המבחן שלו ה־AUC עבור {0} היה {1}, ו־{2} כשהכול מלבד הריאות הושחר.</translation>
  </message>
  <message>
   <source>Only lungs left</source>
   <translation>רק הריאות נשארו</translation>
  </message>
  <message>
   <source>The corners and bright letters beside the chest are filled from what lies around them. A number that falls with them rested on the markers of a hospital.</source>
   <translation>הפינות והאותיות הבהירות שליד החזה מתמלאות במה שסביבן. מספר שיורד בעקבותיהן נשען על סימני בית חולים.</translation>
  </message>
  <message>
   <source>This model never learned from black surroundings, so this is only a hint.</source>
   <translation>מודל זה לא למד מסביבה שחורה, ולכן זהו רמז בלבד.</translation>
  </message>
  <message>
   <source>not tested: {0}</source>
   <translation>לא נבדק: {0}</translation>
  </message>
  <message>
   <source>the model has been changed</source>
   <translation>המודל הוחלף</translation>
  </message>
 </context>
 <context>
  <name>statistics</name>
  <message>
   <source>1 study</source>
   <translation>בדיקה 1</translation>
  </message>
  <message>
   <source>Reader agrees</source>
   <translation>הקורא מסכים</translation>
  </message>
  <message>
   <source>Reader agrees about {0}</source>
   <translation>הקורא מסכים לגבי {0}</translation>
  </message>
  <message>
   <source>Sensitivity at {0}</source>
   <translation>רגישות ב־{0}</translation>
  </message>
  <message>
   <source>Specificity at {0}</source>
   <translation>סגוליות ב־{0}</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>בדיקות</translation>
  </message>
  <message>
   <source>{0:.1f} s</source>
   <translation>‏{0:.1f} שנ׳</translation>
  </message>
  <message>
   <source>{0} h {1:02d} min</source>
   <translation>‏{0} שע׳ {1:02d} דק׳</translation>
  </message>
  <message>
   <source>{0} min {1:02d} s</source>
   <translation>‏{0} דק׳ {1:02d} שנ׳</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>‏{0} מתוך {1}</translation>
  </message>
  <message>
   <source>{0} studies</source>
   <translation>‏{0} בדיקות</translation>
  </message>
  <message>
   <source>{0}: too few to say</source>
   <translation>‏{0}: מעט מכדי לומר</translation>
  </message>
 </context>
 <context>
  <name>training_events</name>
  <message>
   <source> (now {0})</source>
   <translation> (עכשיו {0})</translation>
  </message>
  <message>
   <source> or a smaller image.</source>
   <translation> או תמונה קטנה יותר.</translation>
  </message>
  <message>
   <source>, {0} parameters learn</source>
   <translation>‏, {0} פרמטרים לומדים</translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation>AUC {0}</translation>
  </message>
  <message>
   <source>Epoch {0}</source>
   <translation>מחזור {0}</translation>
  </message>
  <message>
   <source>Epoch {0} is the best so far, saved</source>
   <translation>מחזור {0} הוא הטוב ביותר עד כה, נשמר</translation>
  </message>
  <message>
   <source>Failed: {0}</source>
   <translation>נכשל: {0}</translation>
  </message>
  <message>
   <source>Finished. Best epoch: {0}</source>
   <translation>הסתיים. המחזור הטוב ביותר: {0}</translation>
  </message>
  <message>
   <source>Go back to the data: the folder or the classes need a change.</source>
   <translation>יש לחזור לנתונים: התיקייה או המחלקות דורשות שינוי.</translation>
  </message>
  <message>
   <source>Go back to the settings and choose a lower learning rate.</source>
   <translation>יש לחזור להגדרות ולבחור קצב למידה נמוך יותר.</translation>
  </message>
  <message>
   <source>Go back to the settings and choose a smaller batch</source>
   <translation>יש לחזור להגדרות ולבחור אצווה קטנה יותר</translation>
  </message>
  <message>
   <source>Go back to the settings and choose other initial weights, or try again online.</source>
   <translation>יש לחזור להגדרות ולבחור משקלים התחלתיים אחרים, או לנסות שוב בחיבור לרשת.</translation>
  </message>
  <message>
   <source>Goes on from epoch {0} of {1}</source>
   <translation>ממשיך ממחזור {0} מתוך {1}</translation>
  </message>
  <message>
   <source>Make room on the disk, then go on: everything up to the last checkpoint is kept.</source>
   <translation>יש לפנות מקום בדיסק ואז להמשיך: הכול עד נקודת השמירה האחרונה נשמר.</translation>
  </message>
  <message>
   <source>Network {0}, epoch {1}</source>
   <translation>רשת {0}, מחזור {1}</translation>
  </message>
  <message>
   <source>Phase “{0}”, {1} epochs</source>
   <translation>שלב „{0}”, {1} מחזורים</translation>
  </message>
  <message>
   <source>Started with {0} training and {1} validation images</source>
   <translation>התחיל עם {0} תמונות אימון ו־{1} תמונות תיקוף</translation>
  </message>
  <message>
   <source>Stopped in epoch {0}; saved, can be resumed</source>
   <translation>נעצר במחזור {0}; נשמר, אפשר להמשיך</translation>
  </message>
  <message>
   <source>The log on the right says what came before. Everything up to the last checkpoint is kept.</source>
   <translation>היומן שבצד מספר מה קדם לכך. הכול עד נקודת השמירה האחרונה נשמר.</translation>
  </message>
  <message>
   <source>loss {0}</source>
   <translation>הפסד {0}</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>‏{0} שע׳ {1} דק׳</translation>
  </message>
  <message>
   <source>{0} min {1} s</source>
   <translation>‏{0} דק׳ {1} שנ׳</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>‏{0} שנ׳</translation>
  </message>
 </context>
 <context>
  <name>viewer</name>
  <message>
   <source>A lens under the pointer; the wheel makes it stronger</source>
   <translation>עדשה מתחת לסמן; הגלגלת מחזקת אותה</translation>
  </message>
  <message>
   <source>A quarter turn of what you see; neither the file nor its score knows of it</source>
   <translation>רבע סיבוב של מה שרואים; הקובץ והציון אינם יודעים על כך</translation>
  </message>
  <message>
   <source>Actual pixels (1:1)</source>
   <translation>פיקסלים בגודלם (1:1)</translation>
  </message>
  <message>
   <source>All, minimal or no text</source>
   <translation>כל הטקסט, מעט או כלום</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>זווית</translation>
  </message>
  <message>
   <source>As stored</source>
   <translation>כפי שנשמר</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>אוטומטי</translation>
  </message>
  <message>
   <source>Automatic window</source>
   <translation>חלון אוטומטי</translation>
  </message>
  <message>
   <source>Before the last measurement was made, moved or removed</source>
   <translation>לפני שהמדידה האחרונה נעשתה, הוזזה או הוסרה</translation>
  </message>
  <message>
   <source>Boxes round the regions of the heat map</source>
   <translation>מסגרות סביב אזורי מפת החום</translation>
  </message>
  <message>
   <source>Boxes with zones</source>
   <translation>מסגרות עם אזורים</translation>
  </message>
  <message>
   <source>By the content of the image, whatever windows the file has</source>
   <translation>לפי תוכן התמונה, יהיו חלונות הקובץ אשר יהיו</translation>
  </message>
  <message>
   <source>Cividis (blue, grey, yellow)</source>
   <translation>‏Cividis (כחול, אפור, צהוב)</translation>
  </message>
  <message>
   <source>Compare with prior</source>
   <translation>השוואה לקודמת</translation>
  </message>
  <message>
   <source>Copy picture of the view</source>
   <translation>העתקת תמונת התצוגה</translation>
  </message>
  <message>
   <source>Current</source>
   <translation>נוכחית</translation>
  </message>
  <message>
   <source>Current {0}</source>
   <translation>נוכחית {0}</translation>
  </message>
  <message>
   <source>Draw below the operating point</source>
   <translation>ציור מתחת לנקודת העבודה</translation>
  </message>
  <message>
   <source>Fit to window</source>
   <translation>התאמה לחלון</translation>
  </message>
  <message>
   <source>Full range</source>
   <translation>טווח מלא</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>מסך מלא</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>מפת חום</translation>
  </message>
  <message>
   <source>Heat map by the next method</source>
   <translation>מפת חום בשיטה הבאה</translation>
  </message>
  <message>
   <source>Heat map of the next class</source>
   <translation>מפת החום של המחלקה הבאה</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>ניגודיות גבוהה</translation>
  </message>
  <message>
   <source>Identity hidden</source>
   <translation>הזהות מוסתרת</translation>
  </message>
  <message>
   <source>Identity left out</source>
   <translation>הזהות הושמטה</translation>
  </message>
  <message>
   <source>Image on second screen</source>
   <translation>התמונה במסך השני</translation>
  </message>
  <message>
   <source>Image {0} of {1}</source>
   <translation>תמונה {0} מתוך {1}</translation>
  </message>
  <message>
   <source>Images side by side</source>
   <translation>תמונות זו לצד זו</translation>
  </message>
  <message>
   <source>Inferno (black, red, yellow)</source>
   <translation>‏Inferno (שחור, אדום, צהוב)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>היפוך</translation>
  </message>
  <message>
   <source>Left and right of what you see change places; neither the file nor its score knows of it</source>
   <translation>שמאל וימין של מה שרואים מתחלפים; הקובץ והציון אינם יודעים על כך</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>אורך</translation>
  </message>
  <message>
   <source>Link the two images</source>
   <translation>קישור שתי התמונות</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>טעינה</translation>
  </message>
  <message>
   <source>Lungs</source>
   <translation>ריאות</translation>
  </message>
  <message>
   <source>Lungs and their zones</source>
   <translation>הריאות ואזוריהן</translation>
  </message>
  <message>
   <source>Magma (black, purple, cream)</source>
   <translation>‏Magma (שחור, סגול, שמנת)</translation>
  </message>
  <message>
   <source>Magnifier</source>
   <translation>זכוכית מגדלת</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>מפה</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>מדידה</translation>
  </message>
  <message>
   <source>Measure a length</source>
   <translation>מדידת אורך</translation>
  </message>
  <message>
   <source>Measure an angle</source>
   <translation>מדידת זווית</translation>
  </message>
  <message>
   <source>Mediastinum and bones</source>
   <translation>מדיאסטינום ועצמות</translation>
  </message>
  <message>
   <source>Mirror view</source>
   <translation>תצוגת ראי</translation>
  </message>
  <message>
   <source>Move with the left button</source>
   <translation>הזזה בלחצן השמאלי</translation>
  </message>
  <message>
   <source>Next class</source>
   <translation>המחלקה הבאה</translation>
  </message>
  <message>
   <source>Next method</source>
   <translation>השיטה הבאה</translation>
  </message>
  <message>
   <source>No earlier study of this patient is in the worklist.</source>
   <translation>אין ברשימת העבודה בדיקה קודמת של מטופל זה.</translation>
  </message>
  <message>
   <source>No image</source>
   <translation>אין תמונה</translation>
  </message>
  <message>
   <source>No lung outline: the lungs were not found</source>
   <translation>אין קו מתאר לריאות: הן לא נמצאו</translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation>לא מוצג</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>מקור</translation>
  </message>
  <message>
   <source>Original beside heat map</source>
   <translation>המקור לצד מפת החום</translation>
  </message>
  <message>
   <source>Outline only</source>
   <translation>קו מתאר בלבד</translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation>קו מתאר לריאות</translation>
  </message>
  <message>
   <source>PRIOR</source>
   <translation>קודמת</translation>
  </message>
  <message>
   <source>PRIOR {0}</source>
   <translation>קודמת {0}</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>הזזה</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>תמונה (*.png)</translation>
  </message>
  <message>
   <source>Picture copied, without patient identity</source>
   <translation>התמונה הועתקה, בלי זהות המטופל</translation>
  </message>
  <message>
   <source>Picture saved</source>
   <translation>התמונה נשמרה</translation>
  </message>
  <message>
   <source>Pixel values</source>
   <translation>ערכי פיקסלים</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>פרופיל</translation>
  </message>
  <message>
   <source>Profile of pixel values along a line</source>
   <translation>פרופיל ערכי פיקסלים לאורך קו</translation>
  </message>
  <message>
   <source>Profile, pixel values</source>
   <translation>פרופיל, ערכי פיקסלים</translation>
  </message>
  <message>
   <source>Profile, pixel values in {0}</source>
   <translation>פרופיל, ערכי פיקסלים ב־{0}</translation>
  </message>
  <message>
   <source>Remove all measurements</source>
   <translation>הסרת כל המדידות</translation>
  </message>
  <message>
   <source>Remove last measurement</source>
   <translation>הסרת המדידה האחרונה</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>לשימוש מחקרי בלבד. לא לאבחון ראשוני.</translation>
  </message>
  <message>
   <source>Reset view</source>
   <translation>איפוס התצוגה</translation>
  </message>
  <message>
   <source>Save picture of the view</source>
   <translation>שמירת תמונת התצוגה</translation>
  </message>
  <message>
   <source>Save picture of the view…</source>
   <translation>שמירת תמונת התצוגה…</translation>
  </message>
  <message>
   <source>Show heat map</source>
   <translation>הצגת מפת החום</translation>
  </message>
  <message>
   <source>Spacing unknown, lengths in px</source>
   <translation>המרווח לא ידוע, האורכים ב־px</translation>
  </message>
  <message>
   <source>Swap black and white</source>
   <translation>החלפת שחור ולבן</translation>
  </message>
  <message>
   <source>Text over the image</source>
   <translation>טקסט על התמונה</translation>
  </message>
  <message>
   <source>The image in a window of its own on another screen; it follows the worklist</source>
   <translation>התמונה בחלון משלה במסך אחר; היא עוקבת אחר רשימת העבודה</translation>
  </message>
  <message>
   <source>The image twice, with and without the heat map</source>
   <translation>התמונה פעמיים, עם מפת החום ובלעדיה</translation>
  </message>
  <message>
   <source>The latest earlier study of the same patient beside this one</source>
   <translation>הבדיקה הקודמת האחרונה של אותו מטופל לצד זו</translation>
  </message>
  <message>
   <source>The line round the regions without their colours</source>
   <translation>הקו סביב האזורים בלי צבעיהם</translation>
  </message>
  <message>
   <source>The measurement under the pointer, else the last one</source>
   <translation>המדידה שמתחת לסמן, אחרת האחרונה</translation>
  </message>
  <message>
   <source>The picture could not be written there. Please choose another folder.</source>
   <translation>אי אפשר היה לכתוב לשם את התמונה. נא לבחור תיקייה אחרת.</translation>
  </message>
  <message>
   <source>There is no image to copy.</source>
   <translation>אין תמונה להעתקה.</translation>
  </message>
  <message>
   <source>There is no image to save.</source>
   <translation>אין תמונה לשמירה.</translation>
  </message>
  <message>
   <source>There is only one screen.</source>
   <translation>יש מסך אחד בלבד.</translation>
  </message>
  <message>
   <source>This study has no date, so no prior of the patient can be told from later studies.</source>
   <translation>לבדיקה זו אין תאריך, ולכן אי אפשר להבחין בין בדיקה קודמת למאוחרת.</translation>
  </message>
  <message>
   <source>This study has no patient ID, so no prior of the patient can be told from others.</source>
   <translation>לבדיקה זו אין מזהה מטופל, ולכן אי אפשר להבחין בין קודמת שלו לאחרות.</translation>
  </message>
  <message>
   <source>This study has one image only.</source>
   <translation>בבדיקה זו תמונה אחת בלבד.</translation>
  </message>
  <message>
   <source>Turn the view</source>
   <translation>סיבוב התצוגה</translation>
  </message>
  <message>
   <source>Turn view left</source>
   <translation>סיבוב התצוגה שמאלה</translation>
  </message>
  <message>
   <source>Turn view right</source>
   <translation>סיבוב התצוגה ימינה</translation>
  </message>
  <message>
   <source>Two images of the study beside each other</source>
   <translation>שתי תמונות של הבדיקה זו לצד זו</translation>
  </message>
  <message>
   <source>Undo measurement</source>
   <translation>ביטול מדידה</translation>
  </message>
  <message>
   <source>Value, stored value and place beside the pointer</source>
   <translation>ערך, ערך שמור ומקום ליד הסמן</translation>
  </message>
  <message>
   <source>View mirrored, left and right exchanged</source>
   <translation>התצוגה בראי, שמאל וימין הוחלפו</translation>
  </message>
  <message>
   <source>View rotated 180°</source>
   <translation>התצוגה סובבה 180°</translation>
  </message>
  <message>
   <source>View rotated 90° left</source>
   <translation>התצוגה סובבה 90° שמאלה</translation>
  </message>
  <message>
   <source>View rotated 90° right</source>
   <translation>התצוגה סובבה 90° ימינה</translation>
  </message>
  <message>
   <source>Viridis (blue, green, yellow)</source>
   <translation>‏Viridis (כחול, ירוק, צהוב)</translation>
  </message>
  <message>
   <source>W/L</source>
   <translation>W/L</translation>
  </message>
  <message>
   <source>What is on the screen as a PNG file; patient identity is left out unless asked for</source>
   <translation>מה שעל המסך כקובץ PNG; זהות המטופל מושמטת אלא אם התבקשה</translation>
  </message>
  <message>
   <source>What is on the screen, without patient identity, to the clipboard</source>
   <translation>מה שעל המסך, בלי זהות המטופל, אל הלוח</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>חלון</translation>
  </message>
  <message>
   <source>Window and level</source>
   <translation>חלון ורמה</translation>
  </message>
  <message>
   <source>Window preset {0}</source>
   <translation>חלון מוכן {0}</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>חלונות מוכנים</translation>
  </message>
  <message>
   <source>Window, inversion, turn and zoom as at first</source>
   <translation>חלון, היפוך, סיבוב וזום כבהתחלה</translation>
  </message>
  <message>
   <source>Window, zoom and place of two images follow each other</source>
   <translation>חלון, זום ומקום של שתי תמונות עוקבים זה אחר זה</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>זום</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>הגדלה</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>הקטנה</translation>
  </message>
  <message>
   <source>Zoom with the left button</source>
   <translation>זום בלחצן השמאלי</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>הפוך</translation>
  </message>
  <message>
   <source>logit</source>
   <translation>logit</translation>
  </message>
  <message>
   <source>max</source>
   <translation>מרבי</translation>
  </message>
  <message>
   <source>padding</source>
   <translation>ריפוד</translation>
  </message>
  <message>
   <source>relative</source>
   <translation>יחסי</translation>
  </message>
  <message>
   <source>stored {0}</source>
   <translation>שמור {0}</translation>
  </message>
  <message>
   <source>x {0}  y {1} px</source>
   <translation>x {0}  y {1} px</translation>
  </message>
  <message>
   <source>{0} (look-up table)</source>
   <translation>‏{0} (טבלת המרה)</translation>
  </message>
  <message>
   <source>{0} (there is only one)</source>
   <translation>‏{0} (יש רק אחד)</translation>
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
   <translation>‏‎{0} mm בגלאי</translation>
  </message>
  <message>
   <source>{0} mm/px at detector (magnified)</source>
   <translation>‏‎{0} mm/px בגלאי (מוגדל)</translation>
  </message>
  <message>
   <source>{0} mm/px, calibrated</source>
   <translation>‏‎{0} mm/px, מכויל</translation>
  </message>
  <message>
   <source>{0} px (spacing unknown)</source>
   <translation>‏‎{0} px (המרווח לא ידוע)</translation>
  </message>
  <message>
   <source>{0} · name or birth date differs, check the patient</source>
   <translation>‏{0} · השם או תאריך הלידה שונים, יש לבדוק את המטופל</translation>
  </message>
  <message>
   <source>{0}, {1} mm</source>
   <translation>{0}, {1} mm</translation>
  </message>
  <message>
   <source>{0}, {1} mm at detector</source>
   <translation>‏‎{0}, {1} mm בגלאי</translation>
  </message>
  <message>
   <source>{0}, {1} of both lungs</source>
   <translation>‏{0}, {1} משתי הריאות</translation>
  </message>
  <message>
   <source>{0}, {1} of the left lung</source>
   <translation>‏{0}, {1} מהריאה השמאלית</translation>
  </message>
  <message>
   <source>{0}, {1} of the right lung</source>
   <translation>‏{0}, {1} מהריאה הימנית</translation>
  </message>
  <message>
   <source>{0}. {1}</source>
   <translation>{0}. {1}</translation>
  </message>
  <message>
   <source>{0}: below the operating point</source>
   <translation>‏{0}: מתחת לנקודת העבודה</translation>
  </message>
  <message>
   <source>{0}: below the operating point, map not drawn (press {1} to show)</source>
   <translation>‏{0}: מתחת לנקודת העבודה, המפה לא צוירה (‏{1} מציג)</translation>
  </message>
  <message>
   <source>{0}: map not drawn, the model's card gives no scale for it</source>
   <translation>‏{0}: המפה לא צוירה, כרטיס המודל אינו נותן לה סולם</translation>
  </message>
  <message>
   <source>{0}: no heat map for this class</source>
   <translation>‏{0}: אין מפת חום למחלקה זו</translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation>‏{0}: אין ראיות חיוביות</translation>
  </message>
  <message>
   <source>{0}: the model has no such class</source>
   <translation>‏{0}: אין למודל מחלקה כזו</translation>
  </message>
  <message>
   <source>{0}× of the view</source>
   <translation>‏{0}× מהתצוגה</translation>
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
   <translation>דחיפות: {0}</translation>
  </message>
  <message>
   <source>Urgency: {0}, set by the reader</source>
   <translation>דחיפות: {0}, נקבעה על ידי הקורא</translation>
  </message>
  <message>
   <source>Waits {0}, risen: longer than {1}</source>
   <translation>ממתינה {0}, עלתה: יותר מ־{1}</translation>
  </message>
  <message>
   <source>high</source>
   <translation>גבוהה</translation>
  </message>
  <message>
   <source>risen</source>
   <translation>עלתה</translation>
  </message>
  <message>
   <source>routine</source>
   <translation>שגרתית</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>Why?</source>
   <translation>מדוע?</translation>
  </message>
 </context>
 <context>
  <name>wording</name>
  <message>
   <source>Agree</source>
   <translation>מסכים</translation>
  </message>
  <message>
   <source>Disagree</source>
   <translation>לא מסכים</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>בפענוח</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>לא תמונה</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>ללא ציון</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>הערה</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>פוענח</translation>
  </message>
  <message>
   <source>Score hidden</source>
   <translation>הציון מוסתר</translation>
  </message>
  <message>
   <source>Scored</source>
   <translation>קיבל ציון</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>מקבל ציון</translation>
  </message>
  <message>
   <source>Study {0}</source>
   <translation>בדיקה {0}</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>טרם פוענח</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>לא בטוח</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>ממתין</translation>
  </message>
  <message>
   <source>above both operating points</source>
   <translation>מעל שתי נקודות העבודה</translation>
  </message>
  <message>
   <source>below both operating points</source>
   <translation>מתחת לשתי נקודות העבודה</translation>
  </message>
  <message>
   <source>between the operating points</source>
   <translation>בין נקודות העבודה</translation>
  </message>
  <message>
   <source>frontal chest, usable</source>
   <translation>חזה חזיתי, שמיש</translation>
  </message>
  <message>
   <source>image</source>
   <translation>תמונה</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>הפוך</translation>
  </message>
  <message>
   <source>no operating points</source>
   <translation>אין נקודות עבודה</translation>
  </message>
  <message>
   <source>not asked</source>
   <translation>לא נשאל</translation>
  </message>
  <message>
   <source>turned 180°</source>
   <translation>סובב 180°</translation>
  </message>
  <message>
   <source>turned 90° left</source>
   <translation>סובב 90° שמאלה</translation>
  </message>
  <message>
   <source>turned 90° right</source>
   <translation>סובב 90° ימינה</translation>
  </message>
  <message>
   <source>{0} and inverted</source>
   <translation>‏{0} והפוך</translation>
  </message>
  <message>
   <source>{0} d</source>
   <translation>‏{0} י׳</translation>
  </message>
  <message>
   <source>{0} h {1:02d}</source>
   <translation>‏{0} שע׳ {1:02d}</translation>
  </message>
  <message>
   <source>{0} h {1} min left</source>
   <translation>נותרו {0} שע׳ ו־{1} דק׳</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>‏{0} דק׳</translation>
  </message>
  <message>
   <source>{0} min {1} s left</source>
   <translation>נותרו {0} דק׳ ו־{1} שנ׳</translation>
  </message>
  <message>
   <source>{0} mo</source>
   <translation>‏{0} חוד׳</translation>
  </message>
  <message>
   <source>{0} s left</source>
   <translation>נותרו {0} שנ׳</translation>
  </message>
  <message>
   <source>{0} wk</source>
   <translation>‏{0} שב׳</translation>
  </message>
  <message>
   <source>{0} {1}, {2}</source>
   <translation>{0} {1}, {2}</translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation>‏{0}, קיבל ציון לפי בקשה</translation>
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
   <translation>קבלה</translation>
  </message>
  <message>
   <source>Accession number</source>
   <translation>מספר קבלה</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>גיל</translation>
  </message>
  <message>
   <source>Age and sex</source>
   <translation>גיל ומין</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>תקינות</translation>
  </message>
  <message>
   <source>Check of the image</source>
   <translation>בדיקת התמונה</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>תיאור</translation>
  </message>
  <message>
   <source>Diff</source>
   <translation>הפרש</translation>
  </message>
  <message>
   <source>Disagreement with the second opinion</source>
   <translation>מחלוקת עם חוות הדעת השנייה</translation>
  </message>
  <message>
   <source>File</source>
   <translation>קובץ</translation>
  </message>
  <message>
   <source>File name</source>
   <translation>שם הקובץ</translation>
  </message>
  <message>
   <source>Fold these studies away (click, or ← on one of them)</source>
   <translation>קיפול בדיקות אלה (לחיצה, או ← על אחת מהן)</translation>
  </message>
  <message>
   <source>ID</source>
   <translation>מזהה</translation>
  </message>
  <message>
   <source>Img</source>
   <translation>תמ׳</translation>
  </message>
  <message>
   <source>Impression</source>
   <translation>התרשמות</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>סוג הקובץ</translation>
  </message>
  <message>
   <source>Likeliest of the other classes</source>
   <translation>הסבירה מבין המחלקות האחרות</translation>
  </message>
  <message>
   <source>Mod</source>
   <translation>מודאליות</translation>
  </message>
  <message>
   <source>Modality</source>
   <translation>מודאליות</translation>
  </message>
  <message>
   <source>Norm</source>
   <translation>תקין</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>תקין</translation>
  </message>
  <message>
   <source>Number of images</source>
   <translation>מספר התמונות</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>אחרות</translation>
  </message>
  <message>
   <source>Patient</source>
   <translation>מטופל</translation>
  </message>
  <message>
   <source>Patient ID</source>
   <translation>מזהה מטופל</translation>
  </message>
  <message>
   <source>Pneu</source>
   <translation>ד״ר</translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation>דלקת ריאות</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>עדיפות</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>קורא</translation>
  </message>
  <message>
   <source>Reader and time of reading</source>
   <translation>הקורא ומועד הפענוח</translation>
  </message>
  <message>
   <source>Show these studies (click, or → in the list)</source>
   <translation>הצגת בדיקות אלה (לחיצה, או → ברשימה)</translation>
  </message>
  <message>
   <source>Small picture</source>
   <translation>תמונה קטנה</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>מקור</translation>
  </message>
  <message>
   <source>State</source>
   <translation>מצב</translation>
  </message>
  <message>
   <source>State of reading and scoring</source>
   <translation>מצב הפענוח והציון</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>בדיקה</translation>
  </message>
  <message>
   <source>Study date and kind</source>
   <translation>תאריך הבדיקה וסוגה</translation>
  </message>
  <message>
   <source>Study description</source>
   <translation>תיאור הבדיקה</translation>
  </message>
  <message>
   <source>TB</source>
   <translation>שחפת</translation>
  </message>
  <message>
   <source>Time since the study arrived</source>
   <translation>הזמן מאז הגיעה הבדיקה</translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation>שחפת</translation>
  </message>
  <message>
   <source>View</source>
   <translation>מבט</translation>
  </message>
  <message>
   <source>View and kind of file</source>
   <translation>מבט וסוג הקובץ</translation>
  </message>
  <message>
   <source>Wait</source>
   <translation>המתנה</translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation>ההתרשמות שלך</translation>
  </message>
  <message>
   <source>disagree</source>
   <translation>מחלוקת</translation>
  </message>
  <message>
   <source>{0} risk</source>
   <translation>סיכון {0}</translation>
  </message>
  <message>
   <source>{0}, {1} studies</source>
   <translation>‏{0}, {1} בדיקות</translation>
  </message>
  <message>
   <source>{0}, {1} studies, folded</source>
   <translation>‏{0}, {1} בדיקות, מקופלות</translation>
  </message>
 </context>
</TS>
