<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Chest radiograph triage for research</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Digest of its card</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Font</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Inter, SIL Open Font License 1.1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Application</name>
  <message numerus="yes">
   <source>%n folder(s) could not be opened; the rows say why.</source>
   <translation type="unfinished">
    <numerusform></numerusform>
    <numerusform></numerusform>
   </translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close the program</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export written</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Making synthetic studies</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No model is installed, so nothing can be scored. Please install the program again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Score the rest</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scoring was cancelled. Studies that wait have no number.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This folder is no longer there.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Try again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Writing the export</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>dropped files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>last step</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AuditDialog</name>
  <message>
   <source>Audit log</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing was scored against the advice or corrected on this computer.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scores against the advice of the check, and corrections of images with a reader's consent. The log is kept on this computer; entries are only ever added.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Write the whole log as a table</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} entries, newest first</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} entry</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AuditModel</name>
  <message>
   <source>STUDY</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>TIME</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>WHAT WAS DONE</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>WHY IT HAD BEEN STOPPED</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AuditRoom</name>
  <message>
   <source>Audit log written</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AuditTable</name>
  <message>
   <source>Audit log</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>CalibratePage</name>
  <message>
   <source>Calibrate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Calibrated: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Calibration was stopped. No copy was written.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name of the copy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No copy was written.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No model is installed that could be calibrated.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing is trained. A copy of the model gets the temperature and the operating points that fit your labelled images.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The images are scored</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>CalibrateResult</name>
  <message>
   <source>Calibration error (ECE)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Every image is judged by a temperature and by thresholds that were chosen without it and its patient, so these numbers are of images the calibration has not seen. A temperature above 1 makes a model less sure, one below 1 surer.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ChangeModel</name>
  <message>
   <source>Falls below</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Gets a number</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No number any more</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Other band</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Place</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Rises above</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Risk</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Unnamed study</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ChecksSection</name>
  <message>
   <source>Corrected</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Note</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Second model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn for scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn the image to the left and score it again (Ctrl+[)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn the image to the right and score it again (Ctrl+])</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>not checked</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ClassRow</name>
  <message>
   <source>Show the heat map of {0} (C for the next class)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This model does not look for {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} says {1}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ClassRows</name>
  <message>
   <source>Findings of the model</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ClassTable</name>
  <message>
   <source>ALL</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>CLASS</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>TEST</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>TRAINING</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>VALIDATION</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in all</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>test</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>training</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>validation</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ConfusionMatrix</name>
  <message>
   <source>Confusion matrix</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>called</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in truth</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>CorrectionMark</name>
  <message>
   <source>Show and score the image as the file has it (Ctrl+Z takes back the last step)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file itself is untouched.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Undo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Undo the correction of the image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Curves</name>
  <message>
   <source>AUC</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Loss</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>best epoch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>now</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>single batches</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>training</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>validation</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DataPage</name>
  <message>
   <source>A model needs at least two classes. Give the labels below different meanings.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Data</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>From labelled images and a recipe to a model of your own.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go on with a run</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looking at the data</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No impression of this worklist names a class to learn.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No training: probabilities and thresholds that fit your patients.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>One that runs, was stopped or is finished.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Other data…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What shall be done, and with which images?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} on this computer, stopped or finished.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} on this computer, {1} running.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DropCue</name>
  <message>
   <source>Drop to open</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The files are read where they lie and are never changed.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EmptyState</name>
  <message>
   <source>Choose a folder of radiographs (Ctrl+O)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Clear the filter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Draws a folder of phantoms and opens it. Phantoms are not patients.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Drop a folder here, or choose one. Its studies are listed at once, scored one after the other and sorted by risk. Nothing leaves this computer.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Every study of the folder is hidden by what stands in the filter field.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It holds no DICOM, PNG, JPEG or TIFF file, and neither do its subfolders.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looking for images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No images in this folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No study matches the filter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open a folder of chest radiographs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The first studies appear as soon as their headers are read.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Try it with synthetic studies</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ErrorBanner</name>
  <message>
   <source>Close this message</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Estimate</name>
  <message>
   <source>Could not be measured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measure</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The measurement was stopped.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Trains for ten seconds and forgets what was learnt.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>measured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} days</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} h</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} per epoch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EvaluatePage</name>
  <message>
   <source>All numbers, plots and pictures in the browser</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measure again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measuring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measuring was stopped.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open full report</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reading the run</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The best epoch on images it was not trained on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} right</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} test images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} training images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} validation images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: AUC not known</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: AUC {1}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EvidenceSection</name>
  <message>
   <source>95 % intervals in brackets.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Chosen for</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>In brackets the 95 % interval. TP {0}, FN {1}, TN {2}, FP {3}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>NPV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>PPV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Share of studies with this finding where you work; sets PPV and NPV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tested on {0} with and {1} without {2}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model's card gives no operating point for this class.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model's card is not available.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>FilterField</name>
  <message>
   <source>Also: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Clear the filter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Filter by name, ID, date, accession, description</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Filter of the worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show only studies that match what stands here (Ctrl+F, Esc to clear)</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Finding</name>
  <message>
   <source>COVID-19</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Normal</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>FindingsPanel</name>
  <message>
   <source>Checks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose a study to see its findings.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Findings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread (Ctrl+Enter)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Provenance</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read and next  ·  Ctrl+Enter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Gallery</name>
  <message>
   <source>Hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Misses</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in truth {0}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>GuardPanel</name>
  <message>
   <source>Before you switch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Keep the present model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No study of the open worklist has a number, so there is nothing to compare.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Score this worklist with the new model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The new model has no operating points, so no study can cross one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The new model is loaded</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The present model sorts by {0}, the new one by {1}: places are compared, not risks.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The present model stays. The new one can be chosen in the menu Model at any time.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The worklist is scored again with the new model.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Use this model now</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} studies of the open worklist have a number. Scored with the new model too, it shows which of them change their place or cross the operating point. Nothing in the worklist changes yet.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>GuardTable</name>
  <message>
   <source>Studies that change</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Headline</name>
  <message>
   <source>Image {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Image {0} of {1}, highest risk</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>being scored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>waiting to be scored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>HeatMapSection</name>
  <message>
   <source>Also below the operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Heat map on or off (H)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image (Alt+wheel on the image)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No heat map for {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show the heat map</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The map shows what raised the number. It does not outline disease.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Weak evidence is hidden unless asked for (Shift+H)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: not drawn, below the operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: not drawn, the model's card gives no scale for it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: strongest at {1:.1f} of {2:.1f} logit</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>Image</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ImpressionSection</name>
  <message>
   <source>Recorded {0}. Press again to undo.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What you see yourself. Nothing is recorded yet.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>InspectionView</name>
  <message>
   <source>CLASSES AND SPLITS</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Class of interest</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>SOME OF THE IMAGES</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>WHAT THE LABELS MEAN</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What must not be missed: sensitivity is its share found.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>Stopped before everything was read.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What was found in the data could not be read. The log says more.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>No key has these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search all keys: rotation, dropout, optimiser …</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search keys</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>KeyRow</name>
  <message>
   <source>As in the recipe</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Changed, the recipe says {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reset {0}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>LabelMapping</name>
  <message>
   <source>(no label)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose a class, type a name of your own, or leave the label out.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Class of the label {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>IMAGES</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>LABEL IN THE DATA</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>MEANS</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} rarer labels mean what they say.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>LeaveDialog</name>
  <message>
   <source>It can go on by itself, also after the program is closed. Stopped, it is kept as it stands. Either way it is found again on the first page, under “Go on with a run”.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Let it go on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stay here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stop it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Training is running</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What shall become of the training?</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>LungZone</name>
  <message>
   <source>both lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>both middle zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>both upper zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left lower zone</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left middle and lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left middle zone</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left upper and lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left upper and middle zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left upper zone</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>outside the lungs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right lower and left middle zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right lower and left upper zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right lower zone</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right middle and left lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right middle and left upper zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right middle and lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right middle zone</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right upper and left lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right upper and left middle zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right upper and lower zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right upper and middle zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>right upper zone</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>&amp;Undo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Undo {0}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MapMenu</name>
  <message>
   <source>Heat map</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>&amp;Image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>C&amp;olumns</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>File</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Help</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Menus</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No model found</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>View</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Your &amp;impression</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ModelGuard</name>
  <message>
   <source>The comparison ended without numbers.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no room for the comparison on this disk.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ModelLegend</name>
  <message>
   <source>Bar: {0}. Ring: {1}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, second opinion</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>NotScoredCard</name>
  <message>
   <source>A number against the advice may mean nothing. It is marked as such, and the request is logged.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Ask for a number against the advice (Study, Score anyway)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing was predicted from this file. Read it as if no program had seen it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Score and show the image {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Score anyway…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file holds no radiograph. Nothing was predicted from it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file stays untouched. The step is logged and can be undone.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>no reason was given</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Notes</name>
  <message>
   <source>Fault</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Note</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Warning</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>NoticeDialog</name>
  <message>
   <source>Before you start</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>COVID-19, pneumonia, tuberculosis and normal, on frontal chest radiographs of adults. It does not look for a nodule, a pneumothorax, a fracture or anything else. A low number is not a normal study.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Every study still has to be read. A heat map shows what raised a number, not where disease is.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>I understand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Images are read where they lie and are never changed. Results are kept in a file of your own.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It has no approval of any authority. No decision about a patient may rest on it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Its own model looks for four things</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not a medical device</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Quit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The order helps to choose what to read first</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PictureGrid</name>
  <message>
   <source>{0} training images</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message>
   <source>AS THE NETWORK SEES THEM</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Changed as during training, a few examples.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Drawing…</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ProgressRow</name>
  <message>
   <source>Stop</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ProvenanceSection</name>
  <message>
   <source>Computed on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Digest</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scored at</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Second model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Took</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0:.2f} s</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PublishForm</name>
  <message>
   <source>As readers see it in the menu</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>For folders and commands: small letters, digits, - and _</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Intended use</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>One or two sentences: for which images, at which site, to what end, and that every image is read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Replace the model of this name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Say what the model is meant for.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The intended use is longer than {0} letters.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model needs a title.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model needs a version.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Title</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Version</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PublishPage</name>
  <message>
   <source>An ensemble is no single model; one of its networks can be one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Network</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Network {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No model was written.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Publish</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Published: {0} {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Publishing was stopped. No model was written.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The best epoch becomes a model of this program: calibrated on the validation images, measured once on the test images, with a card that says so.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model is calibrated and measured</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>RecipeDetails</name>
  <message>
   <source>As in the data: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>As in the recipe: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>CLASSES</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose another recipe, or give the labels other meanings on the first page.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose “As in the data” under Classes, or another recipe.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Classes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cut at</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>INITIAL WEIGHTS</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Image size</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Learns</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>NETWORK</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Network</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>REPORTED</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>TIME ON THIS COMPUTER</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The data have no images of {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This recipe has no place for {0}: these images are not used.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>VARIANT</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>RecipePage</name>
  <message>
   <source>No recipe has these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search recipes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search: covid, densenet, S6 …</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which recipe?</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReportView</name>
  <message>
   <source>By age</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>By source</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>By view</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Confusion matrix of the likeliest class</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>RunList</name>
  <message>
   <source>DATA</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>EPOCHS</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Failed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Finished</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>LAST CHANGE</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>RUN</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Running</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>STATE</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no run on this computer yet. Choose “Train a model” to begin one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Training runs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, nothing saved</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>RunLog</name>
  <message>
   <source>Log of the training</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>RunPage</name>
  <message>
   <source>Back to the settings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Keep training when the window closes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save and end; the best epoch so far can be measured and published</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save and free the processor; goes on exactly here, also after a restart</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Training</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Without it you are asked when you close the window</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>RunStatus</name>
  <message>
   <source> in {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Batch {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Best epoch: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Ending: this batch, then everything is saved</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Finished</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No epoch was measured yet</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Paused{0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Progress of the training</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Running</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Saved. It goes on exactly here, also after the program was closed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Starting</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stopped{0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The images are read and the network is built</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The training failed{0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Trained. The report is made</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>epoch {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it took {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>until about {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>A file that takes longer is set aside</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A line round both lungs and between their zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Bundled default</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Compact worklist rows</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Compute device</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Draw heat maps below the operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Graphics card (Apple)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Graphics card (CUDA)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Larger images are not read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Largest file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Largest image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Longest time for one file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>MB</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Prevalence for predictive values</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Recent folders kept</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Second opinion</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Share of studies with the finding where you work</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show patient identity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The checkpoint that scores; empty means the bundled default</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The default model's partner scores every image too; their disagreement is shown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Theme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Weak evidence is hidden unless asked for</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>megapixels</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>s</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>All keys</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Basic</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Copy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>How shall it be trained?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It will take {0} on this computer.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The same from a terminal</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} ({1} changed)</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ShortcutsSheet</name>
  <message>
   <source>Keys and mouse</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SourceChooser</name>
  <message>
   <source>A folder with one subfolder per class, with or without train, val and test above them; or a CSV or Parquet file with the columns path and label (and patient, split). Drop it here or choose it. The images are read where they lie and are never changed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>CIFAR-10 (downloaded)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose CSV or Parquet…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose a folder of labelled images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose a table of labelled images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Fashion-MNIST (downloaded)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Handwritten digits (small, comes with the program)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Impressions of this worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Labelled images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>MNIST (downloaded)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No impression is recorded in this worklist yet, so there is nothing to learn from it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Practice set</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tables of images (*.csv *.parquet)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Your own impressions become the labels.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>1 image done</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel scoring; what is scored stays</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go on scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looking for images, {0} found</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pause scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Paused at {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Progress of scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scoring {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0:.1f} images/s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} images done</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>Step {0} of {1}: {2}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>StudyDesk</name>
  <message>
   <source>Choose a study in the worklist.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ThresholdPanel</name>
  <message>
   <source>At sensitivity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Called</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Class</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>From this probability on an image is called; arrow keys move by one image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>NPV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not called</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>One side has no image, so its rate is not known.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only {0} images do not show it: one of them moves specificity by {1} points.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only {0} images show it: one of them moves sensitivity by {1} points.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>PPV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Share of images with this finding where you work; sets PPV and NPV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The report has no thresholds for this class.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Threshold of {0} sensitivity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>With {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Without</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Thumbnails</name>
  <message>
   <source>{0} images of {1}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ToolPill</name>
  <message>
   <source>Class and opacity of the heat map</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Model and device: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TrainingCommand</name>
  <message>
   <source>The command could not be started.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The command ended without a word. The log says more.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TrainingRun</name>
  <message>
   <source>The training was ended from outside, by the system or by another program.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TrainingWizard</name>
  <message>
   <source>Back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Calibrate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Data</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Publish</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Run</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Start training</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>WeightsChoice</name>
  <message>
   <source>File {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>From scratch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>ImageNet, downloaded once (about {0} MB)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Initial weights</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Learnt on everyday photographs. Fetched from the internet the first time; nothing of yours is sent.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Model {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Random weights: nothing is downloaded, and it takes more images and more epochs.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Run {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Run: {0}, {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Starts from the best epoch of this run.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Starts from what this model has learnt; no download.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This recipe keeps most of {0} as it is, so random weights would never learn. Train “Pretrain a backbone” first and start from that run.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>WindowCommands</name>
  <message>
   <source>Correct and score</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>WorklistHeader</name>
  <message>
   <source>Columns as at first</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>WorklistPanel</name>
  <message>
   <source>{0} above both operating points</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} disagree</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} not scored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} of {1} shown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} unread</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>WorklistView</name>
  <message>
   <source>Worklist</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>about</name>
  <message>
   <source>not installed</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Audit log…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Cancel scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Close folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Compact rows</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Correct and score</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Export results…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Find in worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Findings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Hide patient identity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Keys and mouse</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Light theme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Next study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Open folder…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Pause scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Previous study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Score anyway…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All keys on one sheet</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Ask for a number against the advice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Change how the program works</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close the program; results are kept</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Dark letters on light panels</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Do to the image what the check of it offers</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Empty the worklist; results are kept</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go down the worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go to the filter field</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go to the next study that nobody has read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go up the worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Learn from labelled images, or fit a model to this site</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark &amp;read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark read and next unread</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark un&amp;read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next &amp;unread</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No names, IDs or folders</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Say what you see, or take it back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show or hide the findings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show or hide the worklist</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stop after the images in hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take back the last marking or impression</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The chosen studies are read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The chosen studies are unread again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn &amp;left for scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn ri&amp;ght for scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn the image and score again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Versions and intended use</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What is scored stays</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What was scored against the advice, or corrected, and when</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Write the worklist as a report or a table</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>audit</name>
  <message>
   <source>Black and white exchanged</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scored against the advice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study …{0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Taken back: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>score against the advice</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>card_facts</name>
  <message>
   <source>AUC</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Digest</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looks for</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} at {1}, specificity {2}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>catalogue</name>
  <message>
   <source>; then </source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Deep-COVID, COVID-19 images × 5</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Deep-COVID: COVID-19 or not</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Fine-tune the bundled model</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Four classes at once</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>From scratch, without a download</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pneumonia in two phases</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pneumonia, deep networks cut inside</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>SCNNB: small pictures</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>everything</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>only the last layers</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the last layers and some in the middle</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, {1} epochs</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>dialogs</name>
  <message>
   <source>Alt+wheel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Double click</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export results</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export the audit log</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Full range</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go to the image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>JSON lines (*.jsonl)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Menu</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Middle drag,  Space+drag</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mouse on the image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move the image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next or previous image of the study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Opacity of the heat map</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Program</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Put the tool down</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Report with heat maps (*.html)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Right click</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Right drag,  Ctrl+wheel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study not open</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Window and level, or the tool in hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Your impression, by the place of its button</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>evidence</name>
  <message>
   <source>{0} sens.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} spec.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>guard</name>
  <message>
   <source>1 of {0} studies changes its band</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>None of {0} studies changes its band</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} of {1} studies change their band</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} would fall below the operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} would have no number any more</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} would rise above it</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>inspection</name>
  <message>
   <source>1 file is left out: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Where a class comes from one place only, a model can learn to recognise the place (its markers, borders, machine) and look right without looking at the lungs. Add images of that class from the other places.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>and {0} more</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} classes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} patients</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{1} files are left out: {0}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>key_editor</name>
  <message>
   <source>Out of range: {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This cannot be read. Write it as in {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This needs a number.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This needs the form {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>from {0}{1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} to {1}{2}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>limits</name>
  <message>
   <source>It does not look for: {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It judges each of them by itself: several may be likely, or none.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model looks for {0} only: {1}. It sees nothing else, not even what is plain to you.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>four things</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>one thing</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>three things</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>two things</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} things</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>map_region</name>
  <message>
   <source>Main region: outside the lungs, {0} of the map.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Main region: {0}, {1} of the map; {2} outside the lungs.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Much of this map lies outside the lungs: it may show the hospital rather than the disease.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>model_name</name>
  <message>
   <source>A model of yours has this name. Choose another, or replace it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A model that comes with the program has this name.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Small letters, digits, - and _ only, at most 40, and a letter or digit first.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model needs a name.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Windows keeps this name for itself.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>not_scored</name>
  <message>
   <source>Correct both and score</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Exchange black and white and score</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It looks like a frontal chest radiograph, but nothing like it was among the images that the model learned from. How often it is right here is not known.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Score anyway</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Score this image although it was set aside?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The check of the pixels did not take it for a usable frontal chest radiograph, so the number may mean nothing. It will be marked as scored on request, and the request is logged.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model judges both lungs. Where parts of them are missing it may miss what is there.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model knows films with white bones only. With black and white exchanged its number would mean nothing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model knows upright films only. On a turned one its number would mean nothing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The model was made for frontal chest radiographs of adults. For other images its number means nothing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Turn it upright and score</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>progress</name>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>recipe_keys</name>
  <message>
   <source>How often every training image is seen. Time grows with it; with too many the model learns its images by heart.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Images per step. A larger batch is quicker and needs more memory; halve it where memory runs out.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Side of the picture that the network sees. A larger one shows finer detail; time grows with its square.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Size of a step. Too large and the loss jumps, too small and nothing is learnt. Try a third of it, or three times as much.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>phase {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>report_plots</name>
  <message>
   <source>1 − specificity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>AUC not known</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>After: expected calibration error</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Area under the curve with its 95 % interval</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Before: expected calibration error</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Precision</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Precision and recall</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Probabilities</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Probability</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Probability that was given</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>ROC</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sensitivity (recall)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Share of images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Share that was right</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>after, {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>average precision {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>before, ECE {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>with</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>without</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} images with {1}, {2} without</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>report_tables</name>
  <message>
   <source>Called {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Operating points</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Right</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: {1} with, {2} without</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>reported</name>
  <message>
   <source>AUC</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>At {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>F1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Precision</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Recall</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Test accuracy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Training accuracy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} sensitivity, {1} specificity</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>second_opinion</name>
  <message>
   <source>No comparison: the second model is about another class.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No second opinion yet: the study is being scored.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No second opinion yet: the study waits to be scored.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No second opinion: the study was not scored.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No second opinion: this study was scored by one model alone.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The two models are far apart: {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The two models are {0} apart: {1}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The two models disagree by {0}: {1}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The two models disagree: {0}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>above both</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>below both</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>between</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>looks for other classes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, agrees</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, disagrees</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, far apart</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, one band higher</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, one band lower</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>training_events</name>
  <message>
   <source> (now {0})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source> or a smaller image.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>, {0} parameters learn</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Epoch {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Epoch {0} is the best so far, saved</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Failed: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Finished. Best epoch: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go back to the data: the folder or the classes need a change.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go back to the settings and choose a lower learning rate.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go back to the settings and choose a smaller batch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go back to the settings and choose other initial weights, or try again online.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Goes on from epoch {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Make room on the disk, then go on: everything up to the last checkpoint is kept.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Network {0}, epoch {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Phase “{0}”, {1} epochs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Started with {0} training and {1} validation images</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stopped in epoch {0}; saved, can be resumed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The log on the right says what came before. Everything up to the last checkpoint is kept.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>loss {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} min {1} s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>viewer</name>
  <message>
   <source>Actual pixels (1:1)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All, minimal or no text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Angle</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Draw below the operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Fit to window</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Full range</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Heat map of the next class</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Identity hidden</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Image {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Invert</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Length</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Loading</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Lungs and their zones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Map</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measure a length</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Measure an angle</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move with the left button</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next class</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No lung outline: the lungs were not found</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pan</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Remove all measurements</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Remove last measurement</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reset view</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show heat map</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Swap black and white</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Text over the image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>W/L</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Window</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Window and level</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Window preset {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Window, inversion and zoom as at first</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom with the left button</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>inverted</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>logit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>padding</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: below the operating point</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: below the operating point, map not drawn (press {1} to show)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: map not drawn, the model's card gives no scale for it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: no heat map for this class</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: the model has no such class</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>wording</name>
  <message>
   <source>In reading</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Unread</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>above both operating points</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>below both operating points</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>between the operating points</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>frontal chest, usable</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>image</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>inverted</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>no operating points</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>not asked</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>turned 180°</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>turned 90° left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>turned 90° right</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} and inverted</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} d</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} h {1:02d}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} h {1} min left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} min {1} s left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} mo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} s left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} wk</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} {1}, {2}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>worklist</name>
  <message>
   <source>Diff</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Disagreement with the second opinion</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Impression</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Likeliest of the other classes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Norm</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Normal</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Others</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Patient</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pneu</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Source</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>State</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>State of reading and scoring</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Study date and kind</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>TB</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Time since the study arrived</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>View</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>View and kind of file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Wait</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>disagree</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} risk</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
</TS>
