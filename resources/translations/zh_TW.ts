<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About</source>
   <translation>關於</translation>
  </message>
  <message>
   <source>Chest radiograph triage for research</source>
   <translation>胸部 X 光片分流，供研究使用</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Copy all</source>
   <translation>全部複製</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>僅供研究使用，不可用於初步診斷。</translation>
  </message>
  <message>
   <source>Versions and licences as text, for a report of a fault or a methods section</source>
   <translation>版本與授權的文字，供錯誤回報或論文的方法段落使用</translation>
  </message>
  <message>
   <source>Versions and licences of all parts</source>
   <translation>所有元件的版本與授權</translation>
  </message>
 </context>
 <context>
  <name>Application</name>
  <message numerus="yes">
   <source>%n folder(s) could not be opened; the rows say why.</source>
   <translation>
    <numerusform>%n 個資料夾無法開啟；各列說明原因。</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>選擇其他資料夾</translation>
  </message>
  <message>
   <source>Close the program</source>
   <translation>關閉程式</translation>
  </message>
  <message>
   <source>Making synthetic studies</source>
   <translation>正在產生合成檢查</translation>
  </message>
  <message>
   <source>No model is installed, so nothing can be scored. Please install the program again.</source>
   <translation>未安裝任何模型，因此無法評分。請重新安裝程式。</translation>
  </message>
  <message>
   <source>Score the rest</source>
   <translation>評分其餘檢查</translation>
  </message>
  <message>
   <source>Scoring was cancelled. Studies that wait have no number.</source>
   <translation>評分已取消。等待中的檢查沒有數值。</translation>
  </message>
  <message>
   <source>The settings could not be saved. They count until the program is closed.</source>
   <translation>無法儲存設定。設定在關閉程式前有效。</translation>
  </message>
  <message>
   <source>The window changes as soon as the export is written.</source>
   <translation>匯出寫入完成後，視窗隨即變更。</translation>
  </message>
  <message>
   <source>The window changes as soon as the training wizard is closed.</source>
   <translation>關閉訓練精靈後，視窗隨即變更。</translation>
  </message>
  <message>
   <source>This folder is no longer there.</source>
   <translation>此資料夾已不存在。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再試一次</translation>
  </message>
  <message>
   <source>dropped files</source>
   <translation>拖放的檔案</translation>
  </message>
  <message>
   <source>last step</source>
   <translation>上一個操作</translation>
  </message>
 </context>
 <context>
  <name>ArrivalNotice</name>
  <message>
   <source>New study above both operating points</source>
   <translation>新檢查高於兩個操作點</translation>
  </message>
  <message>
   <source>{0} new studies above both operating points</source>
   <translation>{0} 項新檢查高於兩個操作點</translation>
  </message>
 </context>
 <context>
  <name>AuditDialog</name>
  <message>
   <source>Audit log</source>
   <translation>稽核記錄</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation>匯出為 CSV…</translation>
  </message>
  <message>
   <source>Impressions, reading states, urgencies, scores against the advice of the check, and corrections of images with a reader's consent. The log is kept on this computer; entries are only ever added.</source>
   <translation>判讀印象、判讀狀態、急迫度、不依檢核建議的評分，以及經判讀者同意的影像修正。記錄存放在這部電腦上，只會新增。</translation>
  </message>
  <message>
   <source>Nothing has been said, marked or corrected on this computer yet.</source>
   <translation>這部電腦上尚未有任何陳述、標示或修正。</translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation>正在讀取記錄</translation>
  </message>
  <message>
   <source>Write the whole log as a table</source>
   <translation>將整份記錄寫成表格</translation>
  </message>
  <message>
   <source>{0} entries, newest first</source>
   <translation>{0} 筆，最新在前</translation>
  </message>
  <message>
   <source>{0} entry</source>
   <translation>{0} 筆</translation>
  </message>
 </context>
 <context>
  <name>AuditModel</name>
  <message>
   <source>READER</source>
   <translation>判讀者</translation>
  </message>
  <message>
   <source>STUDY</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>TIME</source>
   <translation>時間</translation>
  </message>
  <message>
   <source>WHAT WAS DONE</source>
   <translation>所做的事</translation>
  </message>
  <message>
   <source>WHY IT HAD BEEN STOPPED</source>
   <translation>先前停止的原因</translation>
  </message>
 </context>
 <context>
  <name>AuditRoom</name>
  <message>
   <source>Audit log written</source>
   <translation>已寫入稽核記錄</translation>
  </message>
 </context>
 <context>
  <name>AuditTable</name>
  <message>
   <source>Audit log</source>
   <translation>稽核記錄</translation>
  </message>
 </context>
 <context>
  <name>Bubble</name>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>End the tour (Esc); it stays in the Help menu</source>
   <translation>結束導覽 (Esc)；可由「說明」選單再開啟</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>略過</translation>
  </message>
  <message>
   <source>Start reading</source>
   <translation>開始判讀</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}／{1}</translation>
  </message>
 </context>
 <context>
  <name>CalibratePage</name>
  <message>
   <source>Calibrate</source>
   <translation>校準</translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation>依本院校準</translation>
  </message>
  <message>
   <source>Calibrated: {0}</source>
   <translation>已校準：{0}</translation>
  </message>
  <message>
   <source>Calibration was stopped. No copy was written.</source>
   <translation>校準已停止，未寫入副本。</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Name of the copy</source>
   <translation>副本名稱</translation>
  </message>
  <message>
   <source>No copy was written.</source>
   <translation>未寫入副本。</translation>
  </message>
  <message>
   <source>No model is installed that could be calibrated.</source>
   <translation>未安裝可校準的模型。</translation>
  </message>
  <message>
   <source>Nothing is trained. A copy of the model gets the temperature and the operating points that fit your labelled images.</source>
   <translation>不進行訓練。模型副本取得符合您標記影像的溫度與操作點。</translation>
  </message>
  <message>
   <source>The images are scored</source>
   <translation>影像評分中</translation>
  </message>
 </context>
 <context>
  <name>CalibrateResult</name>
  <message>
   <source>Calibration error (ECE)</source>
   <translation>校準誤差 (ECE)</translation>
  </message>
  <message>
   <source>Every image is judged by a temperature and by thresholds that were chosen without it and its patient, so these numbers are of images the calibration has not seen. A temperature above 1 makes a model less sure, one below 1 surer.</source>
   <translation>每張影像皆以未包含它及其病人所選的溫度與閾值判斷，因此這些數值來自校準未見過的影像。溫度高於 1 使模型較不確定，低於 1 則更確定。</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation>排序依據</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>溫度</translation>
  </message>
 </context>
 <context>
  <name>CardDialog</name>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目錄</translation>
  </message>
  <message>
   <source>Find in the card</source>
   <translation>在卡片中尋找</translation>
  </message>
  <message>
   <source>Find in the card (Ctrl+F); Enter for the next place</source>
   <translation>在卡片中尋找 (Ctrl+F)；按 Enter 到下一處</translation>
  </message>
  <message>
   <source>Found: {0}</source>
   <translation>找到：{0}</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Model card</source>
   <translation>模型卡</translation>
  </message>
  <message>
   <source>Print the card, or keep it as a PDF (Ctrl+P)</source>
   <translation>列印卡片，或存成 PDF (Ctrl+P)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>列印…</translation>
  </message>
 </context>
 <context>
  <name>ChangeModel</name>
  <message>
   <source>Falls below</source>
   <translation>降至以下</translation>
  </message>
  <message>
   <source>Gets a number</source>
   <translation>取得數值</translation>
  </message>
  <message>
   <source>No number any more</source>
   <translation>不再有數值</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>操作點</translation>
  </message>
  <message>
   <source>Other band</source>
   <translation>其他等級</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>名次</translation>
  </message>
  <message>
   <source>Rises above</source>
   <translation>升至以上</translation>
  </message>
  <message>
   <source>Risk</source>
   <translation>風險</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>Unnamed study</source>
   <translation>未命名檢查</translation>
  </message>
 </context>
 <context>
  <name>ChecksSection</name>
  <message>
   <source>Corrected</source>
   <translation>已修正</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>Not tested: {0}.</source>
   <translation>未測試：{0}。</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>備註</translation>
  </message>
  <message>
   <source>Score again with borders, markers and all but the lungs hidden; nothing of it is kept</source>
   <translation>遮蔽邊框、標記及肺部以外區域後重新評分；不保留任何結果</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>第二模型</translation>
  </message>
  <message>
   <source>Test for shortcuts</source>
   <translation>捷徑測試</translation>
  </message>
  <message>
   <source>Testing…</source>
   <translation>測試中…</translation>
  </message>
  <message>
   <source>Turn</source>
   <translation>旋轉</translation>
  </message>
  <message>
   <source>Turn the image to the left and score it again</source>
   <translation>將影像向左轉並重新評分</translation>
  </message>
  <message>
   <source>Turn the image to the right and score it again</source>
   <translation>將影像向右轉並重新評分</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>未檢查</translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation>{0}，經您同意</translation>
  </message>
 </context>
 <context>
  <name>ClassRow</name>
  <message>
   <source>Show the heat map of {0}</source>
   <translation>顯示{0}的熱圖</translation>
  </message>
  <message>
   <source>This model does not look for {0}</source>
   <translation>此模型不偵測{0}</translation>
  </message>
  <message>
   <source>{0} says {1}</source>
   <translation>{0}：{1}</translation>
  </message>
 </context>
 <context>
  <name>ClassRows</name>
  <message>
   <source>Findings of the model</source>
   <translation>模型的發現</translation>
  </message>
 </context>
 <context>
  <name>ClassTable</name>
  <message>
   <source>ALL</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>CLASS</source>
   <translation>類別</translation>
  </message>
  <message>
   <source>TEST</source>
   <translation>測試</translation>
  </message>
  <message>
   <source>TRAINING</source>
   <translation>訓練</translation>
  </message>
  <message>
   <source>VALIDATION</source>
   <translation>驗證</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>總計</translation>
  </message>
  <message>
   <source>test</source>
   <translation>測試</translation>
  </message>
  <message>
   <source>training</source>
   <translation>訓練</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>驗證</translation>
  </message>
 </context>
 <context>
  <name>ConfusionMatrix</name>
  <message>
   <source>Confusion matrix</source>
   <translation>混淆矩陣</translation>
  </message>
  <message>
   <source>called</source>
   <translation>判定</translation>
  </message>
  <message>
   <source>in truth</source>
   <translation>實際</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}：{1}</translation>
  </message>
 </context>
 <context>
  <name>CorrectionMark</name>
  <message>
   <source>Show and score the image as the file has it</source>
   <translation>依檔案原樣顯示並評分影像</translation>
  </message>
  <message>
   <source>The file itself is untouched.</source>
   <translation>檔案本身未更動。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>復原</translation>
  </message>
  <message>
   <source>Undo the correction of the image</source>
   <translation>復原影像修正</translation>
  </message>
  <message>
   <source>{0}, with your consent</source>
   <translation>{0}，經您同意</translation>
  </message>
 </context>
 <context>
  <name>CrashRoom</name>
  <message>
   <source>Open the report</source>
   <translation>開啟報告</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your results are safe.</source>
   <translation>程式內部發生錯誤。您的結果安全無虞。</translation>
  </message>
  <message>
   <source>The program ended unexpectedly the last time. Your results are safe.</source>
   <translation>程式上次意外結束。您的結果安全無虞。</translation>
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
   <translation>準確率</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>訓練週期</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>學習率</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>損失</translation>
  </message>
  <message>
   <source>best epoch</source>
   <translation>最佳週期</translation>
  </message>
  <message>
   <source>now</source>
   <translation>現在</translation>
  </message>
  <message>
   <source>single batches</source>
   <translation>單一批次</translation>
  </message>
  <message>
   <source>training</source>
   <translation>訓練</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>驗證</translation>
  </message>
 </context>
 <context>
  <name>DataPage</name>
  <message>
   <source>A model needs at least two classes. Give the labels below different meanings.</source>
   <translation>模型至少需要兩個類別。請為下列標籤指定不同含義。</translation>
  </message>
  <message>
   <source>Calibrate for my site</source>
   <translation>依本院校準</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>資料</translation>
  </message>
  <message>
   <source>From labelled images and a recipe to a model of your own.</source>
   <translation>由標記影像與配方，到您自己的模型。</translation>
  </message>
  <message>
   <source>Go on with a run</source>
   <translation>繼續一次執行</translation>
  </message>
  <message>
   <source>Looking at the data</source>
   <translation>檢視資料</translation>
  </message>
  <message>
   <source>No impression of this worklist names a class to learn.</source>
   <translation>此工作清單中沒有印象指出可學習的類別。</translation>
  </message>
  <message>
   <source>No training: probabilities and thresholds that fit your patients.</source>
   <translation>不訓練：符合您病人的機率與閾值。</translation>
  </message>
  <message>
   <source>One that runs, was stopped or is finished.</source>
   <translation>進行中、已停止或已完成的執行。</translation>
  </message>
  <message>
   <source>Other data…</source>
   <translation>其他資料…</translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation>訓練模型</translation>
  </message>
  <message>
   <source>What shall be done, and with which images?</source>
   <translation>要做什麼，用哪些影像？</translation>
  </message>
  <message>
   <source>{0} on this computer, stopped or finished.</source>
   <translation>這部電腦上 {0} 次，已停止或完成。</translation>
  </message>
  <message>
   <source>{0} on this computer, {1} running.</source>
   <translation>這部電腦上 {0} 次，{1} 次進行中。</translation>
  </message>
 </context>
 <context>
  <name>DropCue</name>
  <message>
   <source>Drop to open</source>
   <translation>放開即可開啟</translation>
  </message>
  <message>
   <source>The files are read where they lie and are never changed.</source>
   <translation>檔案在原處讀取，絕不更改。</translation>
  </message>
 </context>
 <context>
  <name>EmptyState</name>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation>選擇 X 光片資料夾</translation>
  </message>
  <message>
   <source>Clear the filter (Esc)</source>
   <translation>清除篩選 (Esc)</translation>
  </message>
  <message>
   <source>Draws a folder of phantoms and opens it. Phantoms are not patients.</source>
   <translation>產生一個假體資料夾並開啟。假體不是病人。</translation>
  </message>
  <message>
   <source>Drop a folder here, or choose one. Its studies are listed at once, scored one after the other and sorted by risk. Nothing leaves this computer.</source>
   <translation>將資料夾拖放到這裡，或選擇一個。檢查會立即列出、逐一評分並依風險排序。資料不會離開這部電腦。</translation>
  </message>
  <message>
   <source>Every study of the folder is hidden by what stands in the filter field.</source>
   <translation>篩選欄的內容隱藏了此資料夾的所有檢查。</translation>
  </message>
  <message>
   <source>It holds no DICOM, PNG, JPEG or TIFF file, and neither do its subfolders.</source>
   <translation>此資料夾及其子資料夾中沒有 DICOM、PNG、JPEG 或 TIFF 檔。</translation>
  </message>
  <message>
   <source>Looking for images</source>
   <translation>正在尋找影像</translation>
  </message>
  <message>
   <source>No images in this folder</source>
   <translation>此資料夾中沒有影像</translation>
  </message>
  <message>
   <source>No study matches the filter</source>
   <translation>沒有符合篩選的檢查</translation>
  </message>
  <message>
   <source>Open a folder of chest radiographs</source>
   <translation>開啟胸部 X 光片資料夾</translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation>開啟資料夾…</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>最近使用</translation>
  </message>
  <message>
   <source>The first studies appear as soon as their headers are read.</source>
   <translation>讀取標頭後，第一批檢查便會出現。</translation>
  </message>
  <message>
   <source>Try it with synthetic studies</source>
   <translation>以合成檢查試用</translation>
  </message>
 </context>
 <context>
  <name>ErrorBanner</name>
  <message>
   <source>Close this message</source>
   <translation>關閉此訊息</translation>
  </message>
 </context>
 <context>
  <name>Estimate</name>
  <message>
   <source>Could not be measured</source>
   <translation>無法量測</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>量測</translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation>量測中…</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>未量測</translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation>尚未量測</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>The measurement was stopped.</source>
   <translation>量測已停止。</translation>
  </message>
  <message>
   <source>Trains for ten seconds and forgets what was learnt.</source>
   <translation>訓練十秒後即忘記所學。</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>約 {0}</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>已量測</translation>
  </message>
  <message>
   <source>{0} days</source>
   <translation>{0} 天</translation>
  </message>
  <message>
   <source>{0} h</source>
   <translation>{0} 小時</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>{0} 小時 {1} 分</translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation>{0} 張／秒</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>{0} 分</translation>
  </message>
  <message>
   <source>{0} per epoch</source>
   <translation>每週期 {0}</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>{0} 秒</translation>
  </message>
 </context>
 <context>
  <name>EvaluatePage</name>
  <message>
   <source>All numbers, plots and pictures in the browser</source>
   <translation>在瀏覽器中查看所有數值、圖表與影像</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>評估</translation>
  </message>
  <message>
   <source>Measure again</source>
   <translation>重新量測</translation>
  </message>
  <message>
   <source>Measuring</source>
   <translation>量測中</translation>
  </message>
  <message>
   <source>Measuring was stopped.</source>
   <translation>量測已停止。</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>未量測</translation>
  </message>
  <message>
   <source>Open full report</source>
   <translation>開啟完整報告</translation>
  </message>
  <message>
   <source>Reading the run</source>
   <translation>正在讀取執行</translation>
  </message>
  <message>
   <source>The best epoch on images it was not trained on</source>
   <translation>最佳週期於未經訓練的影像上</translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation>{0} 張影像</translation>
  </message>
  <message>
   <source>{0} right</source>
   <translation>{0} 正確</translation>
  </message>
  <message>
   <source>{0} test images</source>
   <translation>{0} 張測試影像</translation>
  </message>
  <message>
   <source>{0} training images</source>
   <translation>{0} 張訓練影像</translation>
  </message>
  <message>
   <source>{0} validation images</source>
   <translation>{0} 張驗證影像</translation>
  </message>
  <message>
   <source>{0}: AUC not known</source>
   <translation>{0}：AUC 未知</translation>
  </message>
  <message>
   <source>{0}: AUC {1}</source>
   <translation>{0}：AUC {1}</translation>
  </message>
 </context>
 <context>
  <name>EvidenceSection</name>
  <message>
   <source>95 % intervals, on {0} with and {1} without {2}</source>
   <translation>95 % 信賴區間，{0} 例有{2}、{1} 例無</translation>
  </message>
  <message>
   <source>Chosen for</source>
   <translation>選定依據</translation>
  </message>
  <message>
   <source>In brackets the 95 % interval. TP {0}, FN {1}, TN {2}, FP {3}</source>
   <translation>括號內為 95 % 信賴區間。TP {0}、FN {1}、TN {2}、FP {3}</translation>
  </message>
  <message>
   <source>PPV · NPV</source>
   <translation>PPV · NPV</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>盛行率</translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation>盛行率 {0}</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>敏感度</translation>
  </message>
  <message>
   <source>Share of studies with this finding where you work; sets PPV and NPV</source>
   <translation>您工作場所中有此發現的檢查比例；決定 PPV 與 NPV</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>特異度</translation>
  </message>
  <message>
   <source>The model's card gives no operating point for this class.</source>
   <translation>模型卡未提供此類別的操作點。</translation>
  </message>
  <message>
   <source>The model's card is not available.</source>
   <translation>無法取得模型卡。</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>閾值</translation>
  </message>
 </context>
 <context>
  <name>ExportChoices</name>
  <message>
   <source>A new folder is made there; nothing is overwritten.</source>
   <translation>會在該處建立新資料夾；不覆寫任何檔案。</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>變更…</translation>
  </message>
  <message>
   <source>Choose another folder</source>
   <translation>選擇其他資料夾</translation>
  </message>
  <message>
   <source>Choose at least one form.</source>
   <translation>請至少選擇一種格式。</translation>
  </message>
  <message>
   <source>Else one report holds them all, with a table in front</source>
   <translation>否則一份報告收錄全部，前附表格</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>匯出</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>匯出至</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>匯出結果</translation>
  </message>
  <message>
   <source>Include patient identity</source>
   <translation>包含病人身分</translation>
  </message>
  <message>
   <source>Off each time this dialog opens</source>
   <translation>每次開啟此對話框時皆為關閉</translation>
  </message>
  <message>
   <source>One report for each study</source>
   <translation>每項檢查一份報告</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>紙張</translation>
  </message>
  <message>
   <source>Paper of reports</source>
   <translation>報告的紙張</translation>
  </message>
  <message>
   <source>There is nothing to export.</source>
   <translation>沒有可匯出的內容。</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export results</source>
   <translation>匯出結果</translation>
  </message>
 </context>
 <context>
  <name>ExportProgress</name>
  <message>
   <source>Cancel the export</source>
   <translation>取消匯出</translation>
  </message>
  <message>
   <source>Files that are whole stay</source>
   <translation>已完整的檔案保留</translation>
  </message>
  <message>
   <source>Finishing the file in hand</source>
   <translation>正在完成手上的檔案</translation>
  </message>
  <message>
   <source>Go on reading</source>
   <translation>繼續判讀</translation>
  </message>
  <message>
   <source>Progress of the export</source>
   <translation>匯出進度</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>啟動中</translation>
  </message>
  <message>
   <source>The export goes on; Ctrl+E shows it again</source>
   <translation>匯出持續進行；按 Ctrl+E 再次顯示</translation>
  </message>
  <message>
   <source>The worklist stays usable meanwhile; what was chosen is written as it was.</source>
   <translation>期間工作清單仍可使用；所選內容依當時狀態寫入。</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>寫入中</translation>
  </message>
 </context>
 <context>
  <name>ExportResult</name>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Export more</source>
   <translation>再匯出</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>在資料夾中顯示</translation>
  </message>
 </context>
 <context>
  <name>ExportRoom</name>
  <message>
   <source>Export written</source>
   <translation>匯出已寫入</translation>
  </message>
  <message>
   <source>No model is installed, so there is nothing to export.</source>
   <translation>未安裝模型，因此沒有可匯出的內容。</translation>
  </message>
  <message>
   <source>The export is not complete</source>
   <translation>匯出不完整</translation>
  </message>
  <message>
   <source>Writing the export</source>
   <translation>正在寫入匯出檔</translation>
  </message>
 </context>
 <context>
  <name>FilterField</name>
  <message>
   <source>Clear the filter</source>
   <translation>清除篩選</translation>
  </message>
  <message>
   <source>Filter by name, ID, date, accession, description</source>
   <translation>依姓名、ID、日期、檢查號、描述篩選</translation>
  </message>
  <message>
   <source>Filter of the worklist</source>
   <translation>工作清單的篩選</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>已儲存的篩選</translation>
  </message>
  <message>
   <source>Show only studies that match what stands here; Esc clears it</source>
   <translation>只顯示符合此處內容的檢查；按 Esc 清除</translation>
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
   <translation>正常</translation>
  </message>
  <message>
   <source>Not usable</source>
   <translation>不可用</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation>肺炎</translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation>肺結核</translation>
  </message>
 </context>
 <context>
  <name>FindingsPanel</name>
  <message>
   <source>Checks</source>
   <translation>檢核</translation>
  </message>
  <message>
   <source>Choose a study to see its findings.</source>
   <translation>選擇一項檢查以查看發現。</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>依據</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>發現</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>熱圖</translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation>標示此檢查為已判讀並前往下一個未判讀</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Open the model card  ·  F2</source>
   <translation>開啟模型卡  ·  F2</translation>
  </message>
  <message>
   <source>Read and next</source>
   <translation>已判讀，下一個</translation>
  </message>
  <message>
   <source>What the model is for, what it was measured on, and every number</source>
   <translation>模型用途、量測依據與所有數值</translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation>您的判讀印象</translation>
  </message>
 </context>
 <context>
  <name>FirstLook</name>
  <message>
   <source>Starting…</source>
   <translation>正在啟動…</translation>
  </message>
 </context>
 <context>
  <name>Gallery</name>
  <message>
   <source>Hits</source>
   <translation>命中</translation>
  </message>
  <message>
   <source>Misses</source>
   <translation>未命中</translation>
  </message>
  <message>
   <source>in truth {0}</source>
   <translation>實際為{0}</translation>
  </message>
 </context>
 <context>
  <name>GuardPanel</name>
  <message>
   <source>Before you switch</source>
   <translation>切換之前</translation>
  </message>
  <message>
   <source>Keep the present model</source>
   <translation>保留目前模型</translation>
  </message>
  <message>
   <source>No study of the open worklist has a number, so there is nothing to compare.</source>
   <translation>開啟的工作清單中沒有檢查有數值，因此無從比較。</translation>
  </message>
  <message>
   <source>Score this worklist with the new model</source>
   <translation>以新模型評分此工作清單</translation>
  </message>
  <message>
   <source>The new model has no operating points, so no study can cross one.</source>
   <translation>新模型沒有操作點，因此不會有檢查跨越。</translation>
  </message>
  <message>
   <source>The new model is loaded</source>
   <translation>正在載入新模型</translation>
  </message>
  <message>
   <source>The present model sorts by {0}, the new one by {1}: places are compared, not risks.</source>
   <translation>目前模型依{0}排序，新模型依{1}：比較的是名次，而非風險。</translation>
  </message>
  <message>
   <source>The present model stays. The new one can be chosen in the menu Model at any time.</source>
   <translation>保留目前模型。隨時可在「模型」選單選擇新模型。</translation>
  </message>
  <message>
   <source>The worklist is scored again with the new model.</source>
   <translation>工作清單將以新模型重新評分。</translation>
  </message>
  <message>
   <source>Use this model now</source>
   <translation>立即使用此模型</translation>
  </message>
  <message>
   <source>scoring</source>
   <translation>評分</translation>
  </message>
  <message>
   <source>{0} studies of the open worklist have a number. Scored with the new model too, it shows which of them change their place or cross the operating point. Nothing in the worklist changes yet.</source>
   <translation>開啟的工作清單中有 {0} 項檢查有數值。再以新模型評分，即可看出哪些改變名次或跨越操作點。工作清單尚不會變更。</translation>
  </message>
 </context>
 <context>
  <name>GuardTable</name>
  <message>
   <source>Studies that change</source>
   <translation>有變化的檢查</translation>
  </message>
 </context>
 <context>
  <name>Headline</name>
  <message>
   <source>Image {0} of {1}</source>
   <translation>影像 {0}／{1}</translation>
  </message>
  <message>
   <source>Image {0} of {1}, highest risk</source>
   <translation>影像 {0}／{1}，風險最高</translation>
  </message>
  <message>
   <source>What this number means, and what it does not</source>
   <translation>此數值代表什麼，不代表什麼</translation>
  </message>
  <message>
   <source>being scored</source>
   <translation>評分中</translation>
  </message>
  <message>
   <source>hidden until your impression is recorded</source>
   <translation>記錄您的判讀印象前隱藏</translation>
  </message>
  <message>
   <source>waiting to be scored</source>
   <translation>等待評分</translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation>{0}，依要求評分</translation>
  </message>
 </context>
 <context>
  <name>HeatMapSection</name>
  <message>
   <source>No heat map for {0}</source>
   <translation>{0}沒有熱圖</translation>
  </message>
  <message>
   <source>What a heat map shows, and what it does not</source>
   <translation>熱圖顯示什麼，不顯示什麼</translation>
  </message>
  <message>
   <source>{0}: drawn on a relative scale</source>
   <translation>{0}：以相對尺度繪製</translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation>{0}：無陽性證據</translation>
  </message>
  <message>
   <source>{0}: not drawn, below the operating point</source>
   <translation>{0}：低於操作點，未繪製</translation>
  </message>
  <message>
   <source>{0}: not drawn, the model's card gives no scale for it</source>
   <translation>{0}：模型卡未提供尺度，未繪製</translation>
  </message>
  <message>
   <source>{0}: strongest at {1:.1f} of {2:.1f} logit</source>
   <translation>{0}：最強 {1:.1f}／{2:.1f} logit</translation>
  </message>
 </context>
 <context>
  <name>HelpDesk</name>
  <message>
   <source>The manual is missing or cannot be read. Please install the program again.</source>
   <translation>使用手冊遺失或無法讀取。請重新安裝程式。</translation>
  </message>
  <message>
   <source>This is version {0}</source>
   <translation>目前版本為 {0}</translation>
  </message>
  <message>
   <source>What has changed is in the Help menu.</source>
   <translation>變更內容見「說明」選單。</translation>
  </message>
  <message>
   <source>What's new</source>
   <translation>更新內容</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>Image</source>
   <translation>影像</translation>
  </message>
 </context>
 <context>
  <name>ImpressionSection</name>
  <message>
   <source>Blind reading: say what you see, then record it. Scores are shown after that.</source>
   <translation>盲讀：先說出所見並記錄，之後才顯示評分。</translation>
  </message>
  <message>
   <source>Choose what you see first</source>
   <translation>請先選擇所見</translation>
  </message>
  <message>
   <source>Record and show scores  ·  {0}</source>
   <translation>記錄並顯示評分  ·  {0}</translation>
  </message>
  <message>
   <source>Recorded blind {0}. Press again to undo.</source>
   <translation>已盲讀記錄{0}。再按一次即復原。</translation>
  </message>
  <message>
   <source>Recorded {0} by {1}. Press again to undo.</source>
   <translation>{1}已記錄{0}。再按一次即復原。</translation>
  </message>
  <message>
   <source>Recorded {0}. Press again to undo.</source>
   <translation>已記錄{0}。再按一次即復原。</translation>
  </message>
  <message>
   <source>The score of this study was in sight before, so your impression will not count as blind.</source>
   <translation>此檢查的分數先前已顯示過，因此您的印象不計為盲讀。</translation>
  </message>
  <message>
   <source>What you said is final; scores, findings and heat maps are shown ({0})</source>
   <translation>您的陳述為最終；將顯示評分、發現與熱圖（{0}）</translation>
  </message>
  <message>
   <source>What you see yourself. Nothing is recorded yet.</source>
   <translation>您自己所見。尚未記錄。</translation>
  </message>
  <message>
   <source>with the model; {0}</source>
   <translation>與模型；{0}</translation>
  </message>
 </context>
 <context>
  <name>InspectionView</name>
  <message>
   <source>CLASSES AND SPLITS</source>
   <translation>類別與分割</translation>
  </message>
  <message>
   <source>Class of interest</source>
   <translation>關注類別</translation>
  </message>
  <message>
   <source>SOME OF THE IMAGES</source>
   <translation>部分影像</translation>
  </message>
  <message>
   <source>WHAT THE LABELS MEAN</source>
   <translation>標籤的含義</translation>
  </message>
  <message>
   <source>What must not be missed: sensitivity is its share found.</source>
   <translation>不可漏掉者：敏感度即其被找出的比例。</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>Stopped before everything was read.</source>
   <translation>尚未讀完即停止。</translation>
  </message>
  <message>
   <source>What was found in the data could not be read. The log says more.</source>
   <translation>無法讀取資料中的內容。詳見記錄。</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press a key…</source>
   <translation>請按一個鍵…</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>無按鍵</translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>No key has these words.</source>
   <translation>沒有含這些字的參數。</translation>
  </message>
  <message>
   <source>Search all keys: rotation, dropout, optimiser …</source>
   <translation>搜尋所有參數：rotation、dropout、optimiser …</translation>
  </message>
  <message>
   <source>Search keys</source>
   <translation>搜尋參數</translation>
  </message>
 </context>
 <context>
  <name>KeyRow</name>
  <message>
   <source>Another key for {0}</source>
   <translation>{0}的另一個按鍵</translation>
  </message>
  <message>
   <source>As in the recipe</source>
   <translation>如配方</translation>
  </message>
  <message>
   <source>Back to {0}</source>
   <translation>回復為 {0}</translation>
  </message>
  <message>
   <source>Changed, the recipe says {0}</source>
   <translation>已變更，配方為 {0}</translation>
  </message>
  <message>
   <source>Keys of {0}</source>
   <translation>{0}的按鍵</translation>
  </message>
  <message>
   <source>Put back the keys of {0}</source>
   <translation>回復{0}的按鍵</translation>
  </message>
  <message>
   <source>Reset {0}</source>
   <translation>重設{0}</translation>
  </message>
  <message>
   <source>Then press the new key. Esc leaves it as it is, Backspace takes it away.</source>
   <translation>然後按新的按鍵。Esc 不變更，Backspace 移除。</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>改用於此</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>無按鍵</translation>
  </message>
 </context>
 <context>
  <name>KeysPage</name>
  <message>
   <source>Its key {0} is used elsewhere now.</source>
   <translation>其按鍵 {0} 現已用於他處。</translation>
  </message>
  <message>
   <source>Press a button, then the new key. No key does two things.</source>
   <translation>按下按鈕，再按新的按鍵。一個按鍵只做一件事。</translation>
  </message>
  <message>
   <source>Put back all keys</source>
   <translation>回復所有按鍵</translation>
  </message>
  <message>
   <source>{0} belongs to “{1}”.</source>
   <translation>{0} 屬於「{1}」。</translation>
  </message>
  <message>
   <source>{0} moves in lists and fields. Choose another key.</source>
   <translation>{0} 用於清單和欄位中的移動。請選擇其他按鍵。</translation>
  </message>
 </context>
 <context>
  <name>LabelMapping</name>
  <message>
   <source>(no label)</source>
   <translation>（無標籤）</translation>
  </message>
  <message>
   <source>Choose a class, type a name of your own, or leave the label out.</source>
   <translation>選擇類別、輸入自訂名稱，或略去此標籤。</translation>
  </message>
  <message>
   <source>Class of the label {0}</source>
   <translation>標籤 {0} 的類別</translation>
  </message>
  <message>
   <source>IMAGES</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>LABEL IN THE DATA</source>
   <translation>資料中的標籤</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>略去</translation>
  </message>
  <message>
   <source>MEANS</source>
   <translation>含義</translation>
  </message>
  <message>
   <source>{0} rarer labels mean what they say.</source>
   <translation>{0} 個較少見的標籤即其字面含義。</translation>
  </message>
 </context>
 <context>
  <name>LeaveDialog</name>
  <message>
   <source>It can go on by itself, also after the program is closed. Stopped, it is kept as it stands. Either way it is found again on the first page, under “Go on with a run”.</source>
   <translation>它可自行繼續，即使程式關閉。若停止則保留現狀。無論如何都可在第一頁「繼續一次執行」中找到。</translation>
  </message>
  <message>
   <source>Let it go on</source>
   <translation>讓它繼續</translation>
  </message>
  <message>
   <source>Stay here</source>
   <translation>留在這裡</translation>
  </message>
  <message>
   <source>Stop it</source>
   <translation>停止它</translation>
  </message>
  <message>
   <source>Training is running</source>
   <translation>訓練進行中</translation>
  </message>
  <message>
   <source>What shall become of the training?</source>
   <translation>訓練該如何處理？</translation>
  </message>
 </context>
 <context>
  <name>LungZone</name>
  <message>
   <source>both lower zones</source>
   <translation>兩側下肺野</translation>
  </message>
  <message>
   <source>both middle zones</source>
   <translation>兩側中肺野</translation>
  </message>
  <message>
   <source>both upper zones</source>
   <translation>兩側上肺野</translation>
  </message>
  <message>
   <source>left lower zone</source>
   <translation>左下肺野</translation>
  </message>
  <message>
   <source>left middle and lower zones</source>
   <translation>左中及左下肺野</translation>
  </message>
  <message>
   <source>left middle zone</source>
   <translation>左中肺野</translation>
  </message>
  <message>
   <source>left upper and lower zones</source>
   <translation>左上及左下肺野</translation>
  </message>
  <message>
   <source>left upper and middle zones</source>
   <translation>左上及左中肺野</translation>
  </message>
  <message>
   <source>left upper zone</source>
   <translation>左上肺野</translation>
  </message>
  <message>
   <source>outside the lungs</source>
   <translation>肺野以外</translation>
  </message>
  <message>
   <source>right lower and left middle zones</source>
   <translation>右下及左中肺野</translation>
  </message>
  <message>
   <source>right lower and left upper zones</source>
   <translation>右下及左上肺野</translation>
  </message>
  <message>
   <source>right lower zone</source>
   <translation>右下肺野</translation>
  </message>
  <message>
   <source>right middle and left lower zones</source>
   <translation>右中及左下肺野</translation>
  </message>
  <message>
   <source>right middle and left upper zones</source>
   <translation>右中及左上肺野</translation>
  </message>
  <message>
   <source>right middle and lower zones</source>
   <translation>右中及右下肺野</translation>
  </message>
  <message>
   <source>right middle zone</source>
   <translation>右中肺野</translation>
  </message>
  <message>
   <source>right upper and left lower zones</source>
   <translation>右上及左下肺野</translation>
  </message>
  <message>
   <source>right upper and left middle zones</source>
   <translation>右上及左中肺野</translation>
  </message>
  <message>
   <source>right upper and lower zones</source>
   <translation>右上及右下肺野</translation>
  </message>
  <message>
   <source>right upper and middle zones</source>
   <translation>右上及右中肺野</translation>
  </message>
  <message>
   <source>right upper zone</source>
   <translation>右上肺野</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>&amp;Undo</source>
   <translation>復原</translation>
  </message>
  <message>
   <source>&amp;Undo {0}</source>
   <translation>復原{0}</translation>
  </message>
 </context>
 <context>
  <name>ManualWindow</name>
  <message>
   <source>Back (Alt+Left)</source>
   <translation>上一頁 (Alt+Left)</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目錄</translation>
  </message>
  <message>
   <source>Forward (Alt+Right)</source>
   <translation>下一頁 (Alt+Right)</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>使用手冊</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>搜尋使用手冊</translation>
  </message>
  <message>
   <source>Sections found: {0}</source>
   <translation>找到的章節：{0}</translation>
  </message>
  <message>
   <source>Sections that have all these words (Ctrl+F); Enter opens the first</source>
   <translation>含所有這些字的章節 (Ctrl+F)；按 Enter 開啟第一個</translation>
  </message>
  <message>
   <source>The manual is in English</source>
   <translation>使用手冊為英文</translation>
  </message>
 </context>
 <context>
  <name>MapControls</name>
  <message>
   <source>Also below the operating point: weak evidence</source>
   <translation>低於操作點也顯示：微弱證據</translation>
  </message>
  <message>
   <source>Boxes round the regions, with the zone and its share of the lung</source>
   <translation>區域外框，含肺野名稱與佔肺比例</translation>
  </message>
  <message>
   <source>Boxes with zones</source>
   <translation>含肺野的外框</translation>
  </message>
  <message>
   <source>Draw only what reaches this share of the scale; the dashed line runs there</source>
   <translation>只繪製達到此尺度比例者；虛線即在該處</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>熱圖</translation>
  </message>
  <message>
   <source>Heat map on or off</source>
   <translation>開啟或關閉熱圖</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>熱圖不透明度</translation>
  </message>
  <message>
   <source>Heat map threshold</source>
   <translation>熱圖閾值</translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image (Alt+wheel on the image)</source>
   <translation>熱圖遮蓋影像的程度（在影像上 Alt+滾輪）</translation>
  </message>
  <message>
   <source>How the heat map is computed</source>
   <translation>熱圖的計算方法</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>方法</translation>
  </message>
  <message>
   <source>Method of the heat map</source>
   <translation>熱圖方法</translation>
  </message>
  <message>
   <source>No threshold</source>
   <translation>無閾值</translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation>不透明度 {0}</translation>
  </message>
  <message>
   <source>Outline only</source>
   <translation>僅輪廓</translation>
  </message>
  <message>
   <source>The line round the regions without their colours</source>
   <translation>僅繪區域輪廓線，不上色</translation>
  </message>
  <message>
   <source>Threshold {0}</source>
   <translation>閾值 {0}</translation>
  </message>
  <message>
   <source>Weak evidence too</source>
   <translation>含微弱證據</translation>
  </message>
  <message>
   <source>{0} No map outlines disease.</source>
   <translation>{0} 任何熱圖都不描繪病灶輪廓。</translation>
  </message>
 </context>
 <context>
  <name>MapMenu</name>
  <message>
   <source>Colours</source>
   <translation>色彩</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>熱圖</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>熱圖不透明度</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>方法</translation>
  </message>
  <message>
   <source>Opacity {0}</source>
   <translation>不透明度 {0}</translation>
  </message>
 </context>
 <context>
  <name>MapProgress</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Heat map being computed</source>
   <translation>熱圖計算中</translation>
  </message>
  <message>
   <source>Stop computing, and show the map that came with the score</source>
   <translation>停止計算，並顯示隨評分產生的熱圖</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>&amp;Group by</source>
   <translation>分組依據</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>C&amp;olumns</source>
   <translation>欄位</translation>
  </message>
  <message>
   <source>File</source>
   <translation>檔案</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>說明</translation>
  </message>
  <message>
   <source>Menus</source>
   <translation>選單</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>No model found</source>
   <translation>找不到模型</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>開啟最近使用</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>Ur&amp;gency</source>
   <translation>急迫度</translation>
  </message>
  <message>
   <source>View</source>
   <translation>檢視</translation>
  </message>
  <message>
   <source>Your &amp;impression</source>
   <translation>您的判讀印象</translation>
  </message>
 </context>
 <context>
  <name>ModelGuard</name>
  <message>
   <source>The comparison ended without numbers.</source>
   <translation>比較結束，但沒有數值。</translation>
  </message>
  <message>
   <source>There is no room for the comparison on this disk.</source>
   <translation>此磁碟空間不足，無法比較。</translation>
  </message>
 </context>
 <context>
  <name>ModelLegend</name>
  <message>
   <source>Bar: {0}. Ring: {1}.</source>
   <translation>長條：{0}。圓環：{1}。</translation>
  </message>
  <message>
   <source>{0}, second opinion</source>
   <translation>{0}，第二意見</translation>
  </message>
 </context>
 <context>
  <name>NotScoredCard</name>
  <message>
   <source>A number against the advice may mean nothing. It is marked as such, and the request is logged.</source>
   <translation>不依建議所得的數值可能毫無意義。它會被標示，此要求也會記錄。</translation>
  </message>
  <message>
   <source>Ask for a number against the advice (Study, Score anyway)</source>
   <translation>不依建議要求數值（檢查，仍要評分）</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>非影像</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>未評分</translation>
  </message>
  <message>
   <source>Nothing was predicted from this file. Read it as if no program had seen it.</source>
   <translation>未由此檔案作出預測。請當作沒有程式看過它來判讀。</translation>
  </message>
  <message>
   <source>Score and show the image {0}</source>
   <translation>以「{0}」評分並顯示影像</translation>
  </message>
  <message>
   <source>Score anyway…</source>
   <translation>仍要評分…</translation>
  </message>
  <message>
   <source>The file holds no radiograph. Nothing was predicted from it.</source>
   <translation>此檔案不含 X 光片，未作出預測。</translation>
  </message>
  <message>
   <source>The file stays untouched. The step is logged and can be undone.</source>
   <translation>檔案保持不變。此步驟會記錄，且可復原。</translation>
  </message>
  <message>
   <source>What the check looks at, and what you can do</source>
   <translation>檢核看什麼，以及您可以怎麼做</translation>
  </message>
  <message>
   <source>no reason was given</source>
   <translation>未說明原因</translation>
  </message>
 </context>
 <context>
  <name>NoteFields</name>
  <message>
   <source>Free text</source>
   <translation>自由文字</translation>
  </message>
  <message>
   <source>Free text of your impression</source>
   <translation>您判讀印象的自由文字</translation>
  </message>
  <message>
   <source>Tags of the study</source>
   <translation>檢查的標籤</translation>
  </message>
  <message>
   <source>Tags, for example: teaching follow-up</source>
   <translation>標籤，例如：教學 追蹤</translation>
  </message>
  <message>
   <source>What you see, in your own words; saved by itself. Esc leaves</source>
   <translation>以您自己的話描述所見；自動儲存。按 Esc 離開</translation>
  </message>
  <message>
   <source>Words to find the study by; saved by themselves</source>
   <translation>用於尋找此檢查的字詞；自動儲存</translation>
  </message>
 </context>
 <context>
  <name>Notes</name>
  <message>
   <source>Fault</source>
   <translation>錯誤</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>備註</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>警告</translation>
  </message>
 </context>
 <context>
  <name>NoticeDialog</name>
  <message>
   <source>Before you start</source>
   <translation>開始之前</translation>
  </message>
  <message>
   <source>COVID-19, pneumonia, tuberculosis and normal, on frontal chest radiographs of adults. It does not look for a nodule, a pneumothorax, a fracture or anything else. A low number is not a normal study.</source>
   <translation>成人正面胸部 X 光片上的 COVID-19、肺炎、肺結核與正常。不偵測結節、氣胸、骨折或其他任何病變。數值低不代表檢查正常。</translation>
  </message>
  <message>
   <source>Every study still has to be read. A heat map shows what raised a number, not where disease is.</source>
   <translation>每項檢查仍須判讀。熱圖顯示使數值升高之處，而非病灶所在。</translation>
  </message>
  <message>
   <source>I understand</source>
   <translation>我了解</translation>
  </message>
  <message>
   <source>Images are read where they lie and are never changed. Results are kept in a file of your own.</source>
   <translation>影像在原處讀取，絕不更改。結果保存在您自己的檔案中。</translation>
  </message>
  <message>
   <source>It has no approval of any authority. No decision about a patient may rest on it.</source>
   <translation>未經任何主管機關核准。不得據此作出任何關於病人的決定。</translation>
  </message>
  <message>
   <source>Its own model looks for four things</source>
   <translation>其內建模型偵測四項</translation>
  </message>
  <message>
   <source>Not a medical device</source>
   <translation>非醫療器材</translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation>資料不會離開這部電腦</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>結束</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>僅供研究使用，不可用於初步診斷。</translation>
  </message>
  <message>
   <source>The order helps to choose what to read first</source>
   <translation>排序協助您選擇先判讀哪一項</translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>Blind-first reading: scores order nothing</source>
   <translation>先盲讀：評分不影響排序</translation>
  </message>
  <message>
   <source>Blind: by arrival</source>
   <translation>盲讀：依到達</translation>
  </message>
  <message>
   <source>By arrival</source>
   <translation>依到達</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>依風險</translation>
  </message>
  <message>
   <source>First come, first served; click to order by risk</source>
   <translation>先到先判讀；按一下改依風險</translation>
  </message>
  <message>
   <source>Order of the worklist: {0}</source>
   <translation>工作清單排序：{0}</translation>
  </message>
  <message>
   <source>Urgency, then risk; click for first come, first served</source>
   <translation>先急迫度再風險；按一下改為先到先判讀</translation>
  </message>
 </context>
 <context>
  <name>PaneStrip</name>
  <message>
   <source>Choose another study to stand at the right</source>
   <translation>選擇另一項檢查置於右側</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>已連動</translation>
  </message>
  <message>
   <source>Not linked</source>
   <translation>未連動</translation>
  </message>
  <message>
   <source>One image again</source>
   <translation>回到單一影像</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Others ({0})</source>
   <translation>其他（{0}）</translation>
  </message>
  <message>
   <source>Window, zoom and place follow each other</source>
   <translation>窗值、縮放與位置彼此連動</translation>
  </message>
 </context>
 <context>
  <name>PictureDialog</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Every picture is marked “Research use only”. Letters that are burned into the film itself stay in it.</source>
   <translation>每張圖片皆標示「僅供研究使用」。影像本身嵌入的文字會保留。</translation>
  </message>
  <message>
   <source>Heat map and outlines</source>
   <translation>熱圖與輪廓</translation>
  </message>
  <message>
   <source>Patient identity, institution and station</source>
   <translation>病人身分、機構與工作站</translation>
  </message>
  <message>
   <source>Save picture of the view</source>
   <translation>儲存檢視圖片</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>儲存…</translation>
  </message>
  <message>
   <source>Text and measurements</source>
   <translation>文字與量測</translation>
  </message>
 </context>
 <context>
  <name>PictureGrid</name>
  <message>
   <source>{0} training images</source>
   <translation>{0} 張訓練影像</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message>
   <source>AS THE NETWORK SEES THEM</source>
   <translation>網路所見</translation>
  </message>
  <message>
   <source>Changed as during training, a few examples.</source>
   <translation>如訓練時的變化，數個例子。</translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation>重新繪製</translation>
  </message>
  <message>
   <source>Drawing…</source>
   <translation>繪製中…</translation>
  </message>
 </context>
 <context>
  <name>ProgressRow</name>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
 </context>
 <context>
  <name>ProvenanceSection</name>
  <message>
   <source>Computed on</source>
   <translation>運算裝置</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>摘要值</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Scored at</source>
   <translation>評分時間</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>第二模型</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>耗時</translation>
  </message>
  <message>
   <source>{0:.2f} s</source>
   <translation>{0:.2f} 秒</translation>
  </message>
 </context>
 <context>
  <name>PublishForm</name>
  <message>
   <source>As readers see it in the menu</source>
   <translation>判讀者在選單中所見</translation>
  </message>
  <message>
   <source>For folders and commands: small letters, digits, - and _</source>
   <translation>用於資料夾與指令：小寫字母、數字、- 與 _</translation>
  </message>
  <message>
   <source>Intended use</source>
   <translation>預期用途</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名稱</translation>
  </message>
  <message>
   <source>One or two sentences: for which images, at which site, to what end, and that every image is read</source>
   <translation>一兩句話：用於哪些影像、哪個機構、什麼目的，且每張影像皆經判讀</translation>
  </message>
  <message>
   <source>Replace the model of this name</source>
   <translation>取代同名模型</translation>
  </message>
  <message>
   <source>Say what the model is meant for.</source>
   <translation>請說明模型的用途。</translation>
  </message>
  <message>
   <source>The intended use is longer than {0} letters.</source>
   <translation>預期用途超過 {0} 個字。</translation>
  </message>
  <message>
   <source>The model needs a title.</source>
   <translation>模型需要標題。</translation>
  </message>
  <message>
   <source>The model needs a version.</source>
   <translation>模型需要版本。</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>標題</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
 </context>
 <context>
  <name>PublishPage</name>
  <message>
   <source>An ensemble is no single model; one of its networks can be one</source>
   <translation>集成並非單一模型；其中一個網路可以是</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>網路</translation>
  </message>
  <message>
   <source>Network {0}</source>
   <translation>網路 {0}</translation>
  </message>
  <message>
   <source>No model was written.</source>
   <translation>未寫入模型。</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>發布</translation>
  </message>
  <message>
   <source>Published: {0} {1}</source>
   <translation>已發布：{0} {1}</translation>
  </message>
  <message>
   <source>Publishing was stopped. No model was written.</source>
   <translation>發布已停止，未寫入模型。</translation>
  </message>
  <message>
   <source>The best epoch becomes a model of this program: calibrated on the validation images, measured once on the test images, with a card that says so.</source>
   <translation>最佳週期成為本程式的模型：以驗證影像校準，以測試影像量測一次，並附上說明的卡片。</translation>
  </message>
  <message>
   <source>The model is calibrated and measured</source>
   <translation>正在校準與量測模型</translation>
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
   <translation>判讀者姓名</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>判讀者</translation>
  </message>
 </context>
 <context>
  <name>RecipeDetails</name>
  <message>
   <source>As in the data: {0}</source>
   <translation>如資料：{0}</translation>
  </message>
  <message>
   <source>As in the recipe: {0}</source>
   <translation>如配方：{0}</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>批次大小</translation>
  </message>
  <message>
   <source>CLASSES</source>
   <translation>類別</translation>
  </message>
  <message>
   <source>Choose another recipe, or give the labels other meanings on the first page.</source>
   <translation>選擇其他配方，或在第一頁為標籤指定其他含義。</translation>
  </message>
  <message>
   <source>Choose “As in the data” under Classes, or another recipe.</source>
   <translation>在「類別」下選擇「如資料」，或選擇其他配方。</translation>
  </message>
  <message>
   <source>Classes</source>
   <translation>類別</translation>
  </message>
  <message>
   <source>Cut at</source>
   <translation>截於</translation>
  </message>
  <message>
   <source>INITIAL WEIGHTS</source>
   <translation>初始權重</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>影像大小</translation>
  </message>
  <message>
   <source>Learns</source>
   <translation>學習</translation>
  </message>
  <message>
   <source>NETWORK</source>
   <translation>網路</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>網路</translation>
  </message>
  <message>
   <source>REPORTED</source>
   <translation>文獻報告</translation>
  </message>
  <message>
   <source>TIME ON THIS COMPUTER</source>
   <translation>這部電腦所需時間</translation>
  </message>
  <message>
   <source>The data have no images of {0}.</source>
   <translation>資料中沒有{0}的影像。</translation>
  </message>
  <message>
   <source>This recipe has no place for {0}: these images are not used.</source>
   <translation>此配方不含{0}：這些影像不會使用。</translation>
  </message>
  <message>
   <source>VARIANT</source>
   <translation>變體</translation>
  </message>
 </context>
 <context>
  <name>RecipePage</name>
  <message>
   <source>No recipe has these words.</source>
   <translation>沒有含這些字的配方。</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>配方</translation>
  </message>
  <message>
   <source>Search recipes</source>
   <translation>搜尋配方</translation>
  </message>
  <message>
   <source>Search: covid, densenet, S6 …</source>
   <translation>搜尋：covid、densenet、S6 …</translation>
  </message>
  <message>
   <source>Which recipe?</source>
   <translation>哪一個配方？</translation>
  </message>
 </context>
 <context>
  <name>ReportView</name>
  <message>
   <source>By age</source>
   <translation>依年齡</translation>
  </message>
  <message>
   <source>By source</source>
   <translation>依來源</translation>
  </message>
  <message>
   <source>By view</source>
   <translation>依投照方向</translation>
  </message>
  <message>
   <source>Confusion matrix of the likeliest class</source>
   <translation>最可能類別的混淆矩陣</translation>
  </message>
 </context>
 <context>
  <name>RunList</name>
  <message>
   <source>DATA</source>
   <translation>資料</translation>
  </message>
  <message>
   <source>EPOCHS</source>
   <translation>週期</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>失敗</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>LAST CHANGE</source>
   <translation>上次變更</translation>
  </message>
  <message>
   <source>RUN</source>
   <translation>執行</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>進行中</translation>
  </message>
  <message>
   <source>STATE</source>
   <translation>狀態</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <source>There is no run on this computer yet. Choose “Train a model” to begin one.</source>
   <translation>這部電腦尚無執行。請選擇「訓練模型」開始。</translation>
  </message>
  <message>
   <source>Training runs</source>
   <translation>訓練執行</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}／{1}</translation>
  </message>
  <message>
   <source>{0}, nothing saved</source>
   <translation>{0}，未儲存</translation>
  </message>
 </context>
 <context>
  <name>RunLog</name>
  <message>
   <source>Log of the training</source>
   <translation>訓練記錄</translation>
  </message>
 </context>
 <context>
  <name>RunPage</name>
  <message>
   <source>Back to the settings</source>
   <translation>返回設定</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>繼續</translation>
  </message>
  <message>
   <source>Keep training when the window closes</source>
   <translation>視窗關閉後繼續訓練</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暫停</translation>
  </message>
  <message>
   <source>Save and end; the best epoch so far can be measured and published</source>
   <translation>儲存並結束；目前最佳週期可量測並發布</translation>
  </message>
  <message>
   <source>Save and free the processor; goes on exactly here, also after a restart</source>
   <translation>儲存並釋放處理器；即使重新啟動，也從此處繼續</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>訓練</translation>
  </message>
  <message>
   <source>Without it you are asked when you close the window</source>
   <translation>未勾選時，關閉視窗會詢問您</translation>
  </message>
 </context>
 <context>
  <name>RunStatus</name>
  <message>
   <source> in {0}</source>
   <translation>，歷時 {0}</translation>
  </message>
  <message>
   <source>Batch {0} of {1}</source>
   <translation>批次 {0}／{1}</translation>
  </message>
  <message>
   <source>Best epoch: {0}</source>
   <translation>最佳週期：{0}</translation>
  </message>
  <message>
   <source>Ending: this batch, then everything is saved</source>
   <translation>結束中：完成此批次後儲存全部</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>No epoch was measured yet</source>
   <translation>尚未量測任何週期</translation>
  </message>
  <message>
   <source>Paused{0}</source>
   <translation>已暫停{0}</translation>
  </message>
  <message>
   <source>Progress of the training</source>
   <translation>訓練進度</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>進行中</translation>
  </message>
  <message>
   <source>Saved. It goes on exactly here, also after the program was closed</source>
   <translation>已儲存。即使程式關閉後，也從此處繼續</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>啟動中</translation>
  </message>
  <message>
   <source>Stopped{0}</source>
   <translation>已停止{0}</translation>
  </message>
  <message>
   <source>The images are read and the network is built</source>
   <translation>正在讀取影像並建立網路</translation>
  </message>
  <message>
   <source>The training failed{0}</source>
   <translation>訓練失敗{0}</translation>
  </message>
  <message>
   <source>Trained. The report is made</source>
   <translation>訓練完成，正在製作報告</translation>
  </message>
  <message>
   <source>epoch {0} of {1}</source>
   <translation>週期 {0}／{1}</translation>
  </message>
  <message>
   <source>it took {0}</source>
   <translation>耗時 {0}</translation>
  </message>
  <message>
   <source>until about {0}</source>
   <translation>至約 {0}</translation>
  </message>
  <message>
   <source>{0} images/s</source>
   <translation>{0} 張／秒</translation>
  </message>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>{0}：{1}／{2}</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>&amp;Delete</source>
   <translation>刪除</translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>重新命名</translation>
  </message>
  <message>
   <source>&amp;Save this filter…</source>
   <translation>儲存此篩選…</translation>
  </message>
  <message>
   <source>Name of the filter</source>
   <translation>篩選名稱</translation>
  </message>
  <message>
   <source>No filter is saved yet</source>
   <translation>尚未儲存篩選</translation>
  </message>
  <message>
   <source>Rename the filter</source>
   <translation>重新命名篩選</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>儲存此篩選</translation>
  </message>
 </context>
 <context>
  <name>SectionHeading</name>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開啟</translation>
  </message>
 </context>
 <context>
  <name>SettingRow</name>
  <message>
   <source>Back to {0}</source>
   <translation>回復為 {0}</translation>
  </message>
  <message>
   <source>Put back {0}</source>
   <translation>回復{0}</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>A file that takes longer is set aside</source>
   <translation>耗時更久的檔案會擱置</translation>
  </message>
  <message>
   <source>A line round both lungs and between their zones</source>
   <translation>描繪兩肺及其分區的輪廓線</translation>
  </message>
  <message>
   <source>A study rises after waiting</source>
   <translation>檢查等待後提前</translation>
  </message>
  <message>
   <source>All rise evenly in lightness and suit every kind of colour vision</source>
   <translation>亮度皆均勻遞增，適合各種色覺</translation>
  </message>
  <message>
   <source>Among studies of equal urgency</source>
   <translation>急迫度相同的檢查之間</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>依系統</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>Automatic takes a graphics card where there is one</source>
   <translation>自動：有顯示卡時使用顯示卡</translation>
  </message>
  <message>
   <source>Beyond the models; a file that needs more is set aside</source>
   <translation>模型本身不計；需要更多的檔案會擱置</translation>
  </message>
  <message>
   <source>Blind-first reading</source>
   <translation>先盲讀</translation>
  </message>
  <message>
   <source>Boxes round heat map regions</source>
   <translation>熱圖區域外框</translation>
  </message>
  <message>
   <source>Bundled default</source>
   <translation>內建預設</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>依風險</translation>
  </message>
  <message>
   <source>Cividis</source>
   <translation>Cividis</translation>
  </message>
  <message>
   <source>Compact worklist rows</source>
   <translation>緊密的工作清單列</translation>
  </message>
  <message>
   <source>Compute device</source>
   <translation>運算裝置</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Draw heat maps below the operating point</source>
   <translation>低於操作點時也繪製熱圖</translation>
  </message>
  <message>
   <source>Figures stay Latin in every language</source>
   <translation>任何語言中數字皆為阿拉伯數字</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>檔案</translation>
  </message>
  <message>
   <source>First come, first served</source>
   <translation>先到先判讀</translation>
  </message>
  <message>
   <source>For a new study above the operating points; without names</source>
   <translation>有新檢查高於操作點時；不含姓名</translation>
  </message>
  <message>
   <source>GB</source>
   <translation>GB</translation>
  </message>
  <message>
   <source>Graphics card (Apple)</source>
   <translation>顯示卡 (Apple)</translation>
  </message>
  <message>
   <source>Graphics card (CUDA)</source>
   <translation>顯示卡 (CUDA)</translation>
  </message>
  <message>
   <source>Heat map as an outline only</source>
   <translation>熱圖僅顯示輪廓</translation>
  </message>
  <message>
   <source>Heat map colours</source>
   <translation>熱圖色彩</translation>
  </message>
  <message>
   <source>Heat map opacity</source>
   <translation>熱圖不透明度</translation>
  </message>
  <message>
   <source>How strongly the heat map covers the image</source>
   <translation>熱圖遮蓋影像的程度</translation>
  </message>
  <message>
   <source>Image on second screen</source>
   <translation>影像顯示於第二螢幕</translation>
  </message>
  <message>
   <source>Inferno</source>
   <translation>Inferno</translation>
  </message>
  <message>
   <source>Kept with every impression; empty means the login name</source>
   <translation>隨每筆印象保存；空白表示登入名稱</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>語言</translation>
  </message>
  <message>
   <source>Larger files are not read</source>
   <translation>不讀取更大的檔案</translation>
  </message>
  <message>
   <source>Larger images are not read</source>
   <translation>不讀取更大的影像</translation>
  </message>
  <message>
   <source>Largest file</source>
   <translation>最大檔案</translation>
  </message>
  <message>
   <source>Largest image</source>
   <translation>最大影像</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>淺色</translation>
  </message>
  <message>
   <source>Longest time for one file</source>
   <translation>單一檔案最長時間</translation>
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
   <translation>系統通知</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Most memory for scoring</source>
   <translation>評分的最大記憶體</translation>
  </message>
  <message>
   <source>Name of the reader</source>
   <translation>判讀者姓名</translation>
  </message>
  <message>
   <source>Names, IDs, dates of birth and the names of folders</source>
   <translation>姓名、ID、出生日期與資料夾名稱</translation>
  </message>
  <message>
   <source>New files appear and are scored by themselves</source>
   <translation>新檔案自動出現並評分</translation>
  </message>
  <message>
   <source>None are kept at 0</source>
   <translation>設為 0 時不保留</translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation>每項檢查一行</translation>
  </message>
  <message>
   <source>Order of the worklist</source>
   <translation>工作清單排序</translation>
  </message>
  <message>
   <source>Ordered by risk; 0 for never</source>
   <translation>依風險排序時；0 表示從不</translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation>描繪肺部輪廓</translation>
  </message>
  <message>
   <source>Prevalence for predictive values</source>
   <translation>預測值所用盛行率</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>隱私</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>處理器 (CPU)</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>判讀</translation>
  </message>
  <message>
   <source>Recent folders kept</source>
   <translation>保留的最近資料夾數</translation>
  </message>
  <message>
   <source>Rows and fields grow with it; images do not</source>
   <translation>列與欄位隨之放大；影像不變</translation>
  </message>
  <message>
   <source>Scores and heat maps stay hidden until your impression is recorded</source>
   <translation>記錄您的印象前，評分與熱圖保持隱藏</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>評分</translation>
  </message>
  <message>
   <source>Second opinion</source>
   <translation>第二意見</translation>
  </message>
  <message>
   <source>Share of studies with the finding where you work</source>
   <translation>您工作場所中有此發現的檢查比例</translation>
  </message>
  <message>
   <source>Show patient identity</source>
   <translation>顯示病人身分</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>The checkpoint that scores</source>
   <translation>用於評分的模型</translation>
  </message>
  <message>
   <source>The default model's partner scores every image too; their disagreement is shown</source>
   <translation>預設模型的搭檔也評分每張影像，並顯示兩者的分歧</translation>
  </message>
  <message>
   <source>The line without colours</source>
   <translation>只有線，不上色</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>佈景主題</translation>
  </message>
  <message>
   <source>Viridis</source>
   <translation>Viridis</translation>
  </message>
  <message>
   <source>Watch the open folder</source>
   <translation>監看開啟的資料夾</translation>
  </message>
  <message>
   <source>Weak evidence is hidden unless asked for</source>
   <translation>除非要求，否則隱藏微弱證據</translation>
  </message>
  <message>
   <source>Where there is one, the image stands there in a window of its own</source>
   <translation>若有第二螢幕，影像於該處獨立視窗顯示</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>視窗</translation>
  </message>
  <message>
   <source>With the zone and its share of the lung</source>
   <translation>含肺野與佔肺比例</translation>
  </message>
  <message>
   <source>megapixels</source>
   <translation>百萬像素</translation>
  </message>
  <message>
   <source>min</source>
   <translation>分</translation>
  </message>
  <message>
   <source>off</source>
   <translation>關</translation>
  </message>
  <message>
   <source>on</source>
   <translation>開</translation>
  </message>
  <message>
   <source>s</source>
   <translation>秒</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Find a setting or a key</source>
   <translation>尋找設定或按鍵</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>按鍵</translation>
  </message>
  <message>
   <source>No setting is called so.</source>
   <translation>沒有這樣的設定。</translation>
  </message>
  <message>
   <source>Pages of the settings</source>
   <translation>設定頁面</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>儲存</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>設定</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>All keys</source>
   <translation>所有參數</translation>
  </message>
  <message>
   <source>Basic</source>
   <translation>基本</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>複製</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>複製指令</translation>
  </message>
  <message>
   <source>How shall it be trained?</source>
   <translation>如何訓練？</translation>
  </message>
  <message>
   <source>It will take {0} on this computer.</source>
   <translation>在這部電腦上需 {0}。</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>全部重設</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>設定</translation>
  </message>
  <message>
   <source>The same from a terminal</source>
   <translation>由終端機執行相同操作</translation>
  </message>
  <message>
   <source>{0} ({1} changed)</source>
   <translation>{0}（{1} 已變更）</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsSheet</name>
  <message>
   <source>Change keys…</source>
   <translation>變更按鍵…</translation>
  </message>
  <message>
   <source>Keys and mouse</source>
   <translation>按鍵與滑鼠</translation>
  </message>
 </context>
 <context>
  <name>SourceChooser</name>
  <message>
   <source>A folder with one subfolder per class, with or without train, val and test above them; or a CSV or Parquet file with the columns path and label (and patient, split). Drop it here or choose it. The images are read where they lie and are never changed.</source>
   <translation>每個類別一個子資料夾的資料夾，上層可有或沒有 train、val、test；或含 path 與 label（及 patient、split）欄的 CSV 或 Parquet 檔。拖放到此或選擇。影像在原處讀取，絕不更改。</translation>
  </message>
  <message>
   <source>CIFAR-10 (downloaded)</source>
   <translation>CIFAR-10（下載）</translation>
  </message>
  <message>
   <source>Choose CSV or Parquet…</source>
   <translation>選擇 CSV 或 Parquet…</translation>
  </message>
  <message>
   <source>Choose a folder of labelled images</source>
   <translation>選擇標記影像的資料夾</translation>
  </message>
  <message>
   <source>Choose a table of labelled images</source>
   <translation>選擇標記影像的表格</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>選擇資料夾…</translation>
  </message>
  <message>
   <source>Fashion-MNIST (downloaded)</source>
   <translation>Fashion-MNIST（下載）</translation>
  </message>
  <message>
   <source>Handwritten digits (small, comes with the program)</source>
   <translation>手寫數字（小型，隨程式附上）</translation>
  </message>
  <message>
   <source>Impressions of this worklist</source>
   <translation>此工作清單的判讀印象</translation>
  </message>
  <message>
   <source>Labelled images</source>
   <translation>標記影像</translation>
  </message>
  <message>
   <source>MNIST (downloaded)</source>
   <translation>MNIST（下載）</translation>
  </message>
  <message>
   <source>No impression is recorded in this worklist yet, so there is nothing to learn from it.</source>
   <translation>此工作清單尚未記錄判讀印象，因此無從學習。</translation>
  </message>
  <message>
   <source>Practice set</source>
   <translation>練習資料集</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>最近使用</translation>
  </message>
  <message>
   <source>Tables of images (*.csv *.parquet)</source>
   <translation>影像表格 (*.csv *.parquet)</translation>
  </message>
  <message>
   <source>Your own impressions become the labels.</source>
   <translation>您自己的判讀印象成為標籤。</translation>
  </message>
 </context>
 <context>
  <name>StatisticsDialog</name>
  <message>
   <source>95 % within</source>
   <translation>95 % 於</translation>
  </message>
  <message>
   <source>Arrival is when a file was first seen. Time during which the program was closed counts until a study is ranked, and a study that lay open over lunch counts as read that long.</source>
   <translation>到達是指檔案首次被看到的時間。程式關閉的時間計入排名前的等待，午休時開著的檢查也計為判讀時間。</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>盲讀</translation>
  </message>
  <message>
   <source>By the day on which a study was last marked read, newest first.</source>
   <translation>依檢查最後標示為已判讀的日期，最新在前。</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Export as CSV…</source>
   <translation>匯出為 CSV…</translation>
  </message>
  <message>
   <source>From arrival to ranked</source>
   <translation>到達至排名</translation>
  </message>
  <message>
   <source>In the reader's hand until read</source>
   <translation>判讀者手上至判讀完成</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>中位數</translation>
  </message>
  <message>
   <source>No study has been marked read yet.</source>
   <translation>尚無檢查標示為已判讀。</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>判讀者</translation>
  </message>
  <message>
   <source>Reading statistics</source>
   <translation>判讀統計</translation>
  </message>
  <message>
   <source>Reading the log</source>
   <translation>正在讀取記錄</translation>
  </message>
  <message>
   <source>Scores visible</source>
   <translation>顯示評分</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>Studies read</source>
   <translation>已判讀檢查</translation>
  </message>
  <message>
   <source>The model against readers</source>
   <translation>模型與判讀者</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>時間</translation>
  </message>
  <message>
   <source>Write these numbers as a table; no study and no patient is named</source>
   <translation>將這些數值寫成表格；不含任何檢查或病人名稱</translation>
  </message>
  <message>
   <source>{0} beside another model's score or none count nowhere.</source>
   <translation>{0} 與其他模型的評分並列或無評分，皆不計入。</translation>
  </message>
  <message>
   <source>{0} older lines are in the export.</source>
   <translation>另有 {0} 行較舊資料在匯出檔中。</translation>
  </message>
  <message>
   <source>{0}, {1}, against the readers' impressions; 95 % Wilson intervals. Impressions that were made with scores visible are biased towards the model: trust the blind ones. A reader is no reference standard.</source>
   <translation>{0}、{1}，對照判讀者印象；95 % Wilson 區間。看得到評分時的印象會偏向模型：請信任盲讀者。判讀者並非參考標準。</translation>
  </message>
 </context>
 <context>
  <name>StatisticsRoom</name>
  <message>
   <source>Export the statistics</source>
   <translation>匯出統計</translation>
  </message>
  <message>
   <source>Statistics written</source>
   <translation>已寫入統計</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>表格 (*.csv)</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>1 image done</source>
   <translation>已完成 1 張影像</translation>
  </message>
  <message>
   <source>Cancel scoring</source>
   <translation>取消評分</translation>
  </message>
  <message>
   <source>Cancel scoring; what is scored stays</source>
   <translation>取消評分；已評分者保留</translation>
  </message>
  <message>
   <source>For reading only</source>
   <translation>唯讀</translation>
  </message>
  <message>
   <source>Go on scoring</source>
   <translation>繼續評分</translation>
  </message>
  <message>
   <source>Looking for images, {0} found</source>
   <translation>正在尋找影像，已找到 {0}</translation>
  </message>
  <message>
   <source>Nothing leaves this computer</source>
   <translation>資料不會離開這部電腦</translation>
  </message>
  <message>
   <source>Pause scoring</source>
   <translation>暫停評分</translation>
  </message>
  <message>
   <source>Paused at {0} of {1}</source>
   <translation>已暫停於 {0}／{1}</translation>
  </message>
  <message>
   <source>Progress of scoring</source>
   <translation>評分進度</translation>
  </message>
  <message>
   <source>Reader: {0}</source>
   <translation>判讀者：{0}</translation>
  </message>
  <message>
   <source>Scoring {0} of {1}</source>
   <translation>正在評分 {0}／{1}</translation>
  </message>
  <message>
   <source>Who reads: kept with every impression. Click to change the name</source>
   <translation>判讀者：隨每筆印象保存。按一下變更姓名</translation>
  </message>
  <message>
   <source>{0:.1f} images/s</source>
   <translation>{0:.1f} 張／秒</translation>
  </message>
  <message>
   <source>{0} images done</source>
   <translation>已完成 {0} 張影像</translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>Step {0} of {1}: {2}</source>
   <translation>步驟 {0}／{1}：{2}</translation>
  </message>
 </context>
 <context>
  <name>StudyDesk</name>
  <message>
   <source>Choose a study in the worklist.</source>
   <translation>請在工作清單中選擇一項檢查。</translation>
  </message>
 </context>
 <context>
  <name>ThresholdPanel</name>
  <message>
   <source>At sensitivity</source>
   <translation>於敏感度</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>判定為陽性</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>類別</translation>
  </message>
  <message>
   <source>From this probability on an image is called; arrow keys move by one image</source>
   <translation>達此機率即判定為陽性；方向鍵每次移動一張影像</translation>
  </message>
  <message>
   <source>NPV</source>
   <translation>NPV</translation>
  </message>
  <message>
   <source>Not called</source>
   <translation>未判定</translation>
  </message>
  <message>
   <source>One side has no image, so its rate is not known.</source>
   <translation>其中一側沒有影像，因此比率未知。</translation>
  </message>
  <message>
   <source>Only {0} images do not show it: one of them moves specificity by {1} points.</source>
   <translation>只有 {0} 張影像未顯示：其中一張即改變特異度 {1} 個百分點。</translation>
  </message>
  <message>
   <source>Only {0} images show it: one of them moves sensitivity by {1} points.</source>
   <translation>只有 {0} 張影像顯示：其中一張即改變敏感度 {1} 個百分點。</translation>
  </message>
  <message>
   <source>PPV</source>
   <translation>PPV</translation>
  </message>
  <message>
   <source>Prevalence</source>
   <translation>盛行率</translation>
  </message>
  <message>
   <source>Prevalence {0}</source>
   <translation>盛行率 {0}</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>敏感度</translation>
  </message>
  <message>
   <source>Share of images with this finding where you work; sets PPV and NPV</source>
   <translation>您工作場所中有此發現的影像比例；決定 PPV 與 NPV</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>特異度</translation>
  </message>
  <message>
   <source>The report has no thresholds for this class.</source>
   <translation>報告中沒有此類別的閾值。</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>閾值</translation>
  </message>
  <message>
   <source>Threshold of {0} sensitivity</source>
   <translation>敏感度 {0} 的閾值</translation>
  </message>
  <message>
   <source>With {0}</source>
   <translation>有{0}</translation>
  </message>
  <message>
   <source>Without</source>
   <translation>無</translation>
  </message>
 </context>
 <context>
  <name>Thumbnails</name>
  <message>
   <source>{0} images of {1}</source>
   <translation>{1}的 {0} 張影像</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Close this message</source>
   <translation>關閉此訊息</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>前往</translation>
  </message>
  <message>
   <source>Go to the new study ({0})</source>
   <translation>前往新檢查（{0}）</translation>
  </message>
 </context>
 <context>
  <name>ToolPill</name>
  <message>
   <source>All that can be done to the view (right click)</source>
   <translation>檢視的所有操作（按右鍵）</translation>
  </message>
  <message>
   <source>Class and opacity of the heat map</source>
   <translation>熱圖的類別與不透明度</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Model and device: {0}</source>
   <translation>模型與裝置：{0}</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>開啟資料夾</translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>工作清單</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Beside the risk stand the thresholds of the model with their sensitivity and specificity, and what it does not look for. “Why?” opens the manual where it explains what you see.</source>
   <translation>風險旁列出模型的閾值及其敏感度與特異度，以及模型不偵測的項目。「為何？」會開啟使用手冊中說明您所見內容之處。</translation>
  </message>
  <message>
   <source>Left drag changes window and level, right drag zooms, the wheel goes through the images of a study. {0} shows or hides the heat map: it tells what raised the number, not where disease is.</source>
   <translation>左鍵拖曳調整窗寬與窗位，右鍵拖曳縮放，滾輪切換檢查中的影像。{0} 顯示或隱藏熱圖：熱圖說明是什麼提高了數值，而非病灶在哪裡。</translation>
  </message>
  <message>
   <source>Open a folder ({0}) or drop one here. Every study is scored in the background, and those with the higher risk rise. What could not be scored stands together and says why. {1} and {2} go down and up.</source>
   <translation>開啟資料夾 ({0}) 或拖放到這裡。每項檢查於背景評分，風險較高者往上移。無法評分者集中列出並說明原因。{1} 與 {2} 往下與往上。</translation>
  </message>
  <message>
   <source>Say what you see under “Your impression”; {0} marks the study read and goes to the next unread. {1} opens the manual, {2} lists all keys, and this tour waits in the Help menu.</source>
   <translation>在「您的判讀印象」說出所見；{0} 標示此檢查為已判讀並前往下一個未判讀。{1} 開啟使用手冊，{2} 列出所有按鍵，本導覽可由「說明」選單再開啟。</translation>
  </message>
  <message>
   <source>The image</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>The list sorts itself</source>
   <translation>清單自動排序</translation>
  </message>
  <message>
   <source>What a number is worth</source>
   <translation>數值的意義</translation>
  </message>
  <message>
   <source>Your word counts</source>
   <translation>您的判讀算數</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>無按鍵</translation>
  </message>
 </context>
 <context>
  <name>TrainingCommand</name>
  <message>
   <source>The command could not be started.</source>
   <translation>無法啟動指令。</translation>
  </message>
  <message>
   <source>The command ended without a word. The log says more.</source>
   <translation>指令結束而未說明。詳見記錄。</translation>
  </message>
 </context>
 <context>
  <name>TrainingRun</name>
  <message>
   <source>The training was ended from outside, by the system or by another program.</source>
   <translation>訓練被系統或其他程式從外部中止。</translation>
  </message>
 </context>
 <context>
  <name>TrainingWizard</name>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Calibrate</source>
   <translation>校準</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>資料</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>評估</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>發布</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>配方</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>執行</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>設定</translation>
  </message>
  <message>
   <source>Start training</source>
   <translation>開始訓練</translation>
  </message>
  <message>
   <source>Train a model</source>
   <translation>訓練模型</translation>
  </message>
 </context>
 <context>
  <name>VerdictMarks</name>
  <message>
   <source>Agree with the model about {0}</source>
   <translation>同意模型對{0}的判斷</translation>
  </message>
  <message>
   <source>Disagree with the model about {0}</source>
   <translation>不同意模型對{0}的判斷</translation>
  </message>
  <message>
   <source>Where the class is chosen: {0}</source>
   <translation>選取此類別時：{0}</translation>
  </message>
 </context>
 <context>
  <name>ViewerStage</name>
  <message>
   <source>Second image</source>
   <translation>第二張影像</translation>
  </message>
 </context>
 <context>
  <name>WeightsChoice</name>
  <message>
   <source>File {0}</source>
   <translation>檔案 {0}</translation>
  </message>
  <message>
   <source>From scratch</source>
   <translation>從頭開始</translation>
  </message>
  <message>
   <source>ImageNet, downloaded once (about {0} MB)</source>
   <translation>ImageNet，下載一次（約 {0} MB）</translation>
  </message>
  <message>
   <source>Initial weights</source>
   <translation>初始權重</translation>
  </message>
  <message>
   <source>Learnt on everyday photographs. Fetched from the internet the first time; nothing of yours is sent.</source>
   <translation>由日常照片習得。首次自網際網路取得；不會傳送您的任何資料。</translation>
  </message>
  <message>
   <source>Model {0}</source>
   <translation>模型 {0}</translation>
  </message>
  <message>
   <source>Random weights: nothing is downloaded, and it takes more images and more epochs.</source>
   <translation>隨機權重：無需下載，但需要更多影像與週期。</translation>
  </message>
  <message>
   <source>Run {0}</source>
   <translation>執行 {0}</translation>
  </message>
  <message>
   <source>Run: {0}, {1}</source>
   <translation>執行：{0}，{1}</translation>
  </message>
  <message>
   <source>Starts from the best epoch of this run.</source>
   <translation>從此執行的最佳週期開始。</translation>
  </message>
  <message>
   <source>Starts from what this model has learnt; no download.</source>
   <translation>從此模型所學開始；無需下載。</translation>
  </message>
  <message>
   <source>This recipe keeps most of {0} as it is, so random weights would never learn. Train “Pretrain a backbone” first and start from that run.</source>
   <translation>此配方保留大部分的 {0}，因此隨機權重永遠學不會。請先訓練「Pretrain a backbone」並由該次執行開始。</translation>
  </message>
 </context>
 <context>
  <name>WindowCommands</name>
  <message>
   <source>Correct and score</source>
   <translation>修正並評分</translation>
  </message>
 </context>
 <context>
  <name>WorklistHeader</name>
  <message>
   <source>Click to sort, Shift+click to sort by one more column</source>
   <translation>按一下排序，Shift+按一下再依另一欄排序</translation>
  </message>
  <message>
   <source>Columns as at first</source>
   <translation>欄位回復原狀</translation>
  </message>
  <message>
   <source>Headings of the worklist</source>
   <translation>工作清單的欄標題</translation>
  </message>
 </context>
 <context>
  <name>WorklistPanel</name>
  <message>
   <source>Click to clear the filter (Esc)</source>
   <translation>按一下清除篩選 (Esc)</translation>
  </message>
  <message>
   <source>Click to show only these, again to show all</source>
   <translation>按一下只顯示這些，再按顯示全部</translation>
  </message>
  <message>
   <source>{0} STAT</source>
   <translation>{0} STAT</translation>
  </message>
  <message>
   <source>{0} above</source>
   <translation>{0} 高於</translation>
  </message>
  <message>
   <source>{0} above both operating points</source>
   <translation>{0} 高於兩個操作點</translation>
  </message>
  <message>
   <source>{0} disagree</source>
   <translation>{0} 分歧</translation>
  </message>
  <message>
   <source>{0} not scored</source>
   <translation>{0} 未評分</translation>
  </message>
  <message>
   <source>{0} of {1} shown</source>
   <translation>顯示 {0}／{1}</translation>
  </message>
  <message>
   <source>{0} unread</source>
   <translation>{0} 未判讀</translation>
  </message>
 </context>
 <context>
  <name>WorklistTools</name>
  <message>
   <source>&amp;Copy</source>
   <translation>複製</translation>
  </message>
  <message>
   <source>&amp;Not scored studies only</source>
   <translation>僅未評分檢查</translation>
  </message>
  <message>
   <source>&amp;Risk and state of scoring</source>
   <translation>風險與評分狀態</translation>
  </message>
  <message>
   <source>&amp;Urgency</source>
   <translation>急迫度</translation>
  </message>
  <message>
   <source>State of r&amp;eading</source>
   <translation>判讀狀態</translation>
  </message>
  <message>
   <source>Unfold &amp;all groups</source>
   <translation>展開所有群組</translation>
  </message>
 </context>
 <context>
  <name>WorklistView</name>
  <message>
   <source>Worklist</source>
   <translation>工作清單</translation>
  </message>
 </context>
 <context>
  <name>about</name>
  <message>
   <source>As each package states it. Their licences also cover libraries that they bring with them.</source>
   <translation>依各套件所載。其授權亦涵蓋隨附的函式庫。</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>資料集</translation>
  </message>
  <message>
   <source>Digest of its card</source>
   <translation>卡片摘要值</translation>
  </message>
  <message>
   <source>Fonts</source>
   <translation>字型</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>Images that the models learned from</source>
   <translation>模型學習的影像</translation>
  </message>
  <message>
   <source>Inter, Vazirmatn, Noto Sans Hebrew and Noto Sans CJK TC, under the SIL Open Font License 1.1. Its text lies beside each font; reports that are written as PDF or HTML carry the letters they use.</source>
   <translation>Inter、Vazirmatn、Noto Sans Hebrew 與 Noto Sans CJK TC，採 SIL Open Font License 1.1 授權。授權條文附於各字型旁；以 PDF 或 HTML 寫入的報告內含所用的字元。</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>授權</translation>
  </message>
  <message>
   <source>MIT License. Copyright © 2026 the cxr-desktop founders. It comes without any warranty.</source>
   <translation>MIT License。Copyright © 2026 the cxr-desktop founders。不附任何擔保。</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>套件</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>套件</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>元件</translation>
  </message>
  <message>
   <source>Qt and PySide6</source>
   <translation>Qt 與 PySide6</translation>
  </message>
  <message>
   <source>Some of these collections are for research or non-commercial use only. Whether a model may be used commercially that learned from them is for their owners to say; this project has not asked.</source>
   <translation>其中部分資料集僅供研究或非商業使用。由其學習的模型可否用於商業，須由其擁有者決定；本專案並未詢問。</translation>
  </message>
  <message>
   <source>System</source>
   <translation>系統</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>使用條款</translation>
  </message>
  <message>
   <source>This program</source>
   <translation>本程式</translation>
  </message>
  <message>
   <source>This program uses Qt and Qt for Python (PySide6, Shiboken6) under the GNU Lesser General Public License, version 3. They are separate libraries that it loads when it starts, unchanged: you may replace them by your own build of the same version, and you may take the program apart as far as that needs. Their source is at code.qt.io, the licence at www.gnu.org/licenses/lgpl-3.0.html.</source>
   <translation>本程式依 GNU Lesser General Public License 第 3 版使用 Qt 與 Qt for Python（PySide6、Shiboken6）。它們是程式啟動時載入的獨立函式庫，未經修改：您可以自行建置的相同版本取代，並可在為此所需的範圍內對程式進行逆向工程。其原始碼位於 code.qt.io，授權條文位於 www.gnu.org/licenses/lgpl-3.0.html。</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>未安裝</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>未註明</translation>
  </message>
  <message>
   <source>see its own files</source>
   <translation>見其自身檔案</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About</source>
   <translation>關於</translation>
  </message>
  <message>
   <source>&amp;Accession number</source>
   <translation>檢查號</translation>
  </message>
  <message>
   <source>&amp;Agree with the model</source>
   <translation>同意模型</translation>
  </message>
  <message>
   <source>&amp;Audit log…</source>
   <translation>稽核記錄…</translation>
  </message>
  <message>
   <source>&amp;Blind-first reading</source>
   <translation>先盲讀</translation>
  </message>
  <message>
   <source>&amp;Cancel scoring</source>
   <translation>取消評分</translation>
  </message>
  <message>
   <source>&amp;Close folder</source>
   <translation>關閉資料夾</translation>
  </message>
  <message>
   <source>&amp;Compact rows</source>
   <translation>緊密列</translation>
  </message>
  <message>
   <source>&amp;Correct and score</source>
   <translation>修正並評分</translation>
  </message>
  <message>
   <source>&amp;Disagree with the model</source>
   <translation>不同意模型</translation>
  </message>
  <message>
   <source>&amp;Export results…</source>
   <translation>匯出結果…</translation>
  </message>
  <message>
   <source>&amp;File paths</source>
   <translation>檔案路徑</translation>
  </message>
  <message>
   <source>&amp;Find in worklist</source>
   <translation>在工作清單中尋找</translation>
  </message>
  <message>
   <source>&amp;Findings</source>
   <translation>發現</translation>
  </message>
  <message>
   <source>&amp;First come, first served</source>
   <translation>先到先判讀</translation>
  </message>
  <message>
   <source>&amp;Go to the new study</source>
   <translation>前往新檢查</translation>
  </message>
  <message>
   <source>&amp;Hide patient identity</source>
   <translation>隱藏病人身分</translation>
  </message>
  <message>
   <source>&amp;High</source>
   <translation>高</translation>
  </message>
  <message>
   <source>&amp;Keys and mouse</source>
   <translation>按鍵與滑鼠</translation>
  </message>
  <message>
   <source>&amp;Light theme</source>
   <translation>淺色主題</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>使用手冊</translation>
  </message>
  <message>
   <source>&amp;Next study</source>
   <translation>下一項檢查</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>開啟</translation>
  </message>
  <message>
   <source>&amp;Open folder…</source>
   <translation>開啟資料夾…</translation>
  </message>
  <message>
   <source>&amp;Pause scoring</source>
   <translation>暫停評分</translation>
  </message>
  <message>
   <source>&amp;Previous study</source>
   <translation>上一項檢查</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>結束</translation>
  </message>
  <message>
   <source>&amp;Record and show scores</source>
   <translation>記錄並顯示評分</translation>
  </message>
  <message>
   <source>&amp;Routine</source>
   <translation>常規</translation>
  </message>
  <message>
   <source>&amp;STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>&amp;Score anyway…</source>
   <translation>仍要評分…</translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation>設定…</translation>
  </message>
  <message>
   <source>&amp;Small pictures</source>
   <translation>小圖</translation>
  </message>
  <message>
   <source>&amp;Tour of the window</source>
   <translation>視窗導覽</translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model (full edition)</source>
   <translation>訓練或校準模型（完整版）</translation>
  </message>
  <message>
   <source>&amp;Train or calibrate a model…</source>
   <translation>訓練或校準模型…</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>復原</translation>
  </message>
  <message>
   <source>&amp;Unsure</source>
   <translation>不確定</translation>
  </message>
  <message>
   <source>&amp;Watch the folder</source>
   <translation>監看資料夾</translation>
  </message>
  <message>
   <source>&amp;Worklist</source>
   <translation>工作清單</translation>
  </message>
  <message>
   <source>&amp;Write free text</source>
   <translation>撰寫自由文字</translation>
  </message>
  <message>
   <source>A blind impression is final</source>
   <translation>盲讀印象為最終</translation>
  </message>
  <message>
   <source>A small picture of each study in the list</source>
   <translation>清單中每項檢查的小圖</translation>
  </message>
  <message>
   <source>Agree about the &amp;class shown</source>
   <translation>同意對所顯示類別的判斷</translation>
  </message>
  <message>
   <source>Agreement with the model, waits and reading times</source>
   <translation>與模型的一致性、等待與判讀時間</translation>
  </message>
  <message>
   <source>All keys on one sheet</source>
   <translation>所有按鍵一覽</translation>
  </message>
  <message>
   <source>As &amp;ordered</source>
   <translation>依醫囑</translation>
  </message>
  <message>
   <source>As a &amp;table</source>
   <translation>以表格</translation>
  </message>
  <message>
   <source>Ask for a number against the advice</source>
   <translation>不依建議要求數值</translation>
  </message>
  <message>
   <source>Change how the program works</source>
   <translation>變更程式的運作方式</translation>
  </message>
  <message>
   <source>Choose a folder of radiographs</source>
   <translation>選擇 X 光片資料夾</translation>
  </message>
  <message>
   <source>Choose, keep, rename or delete a filter</source>
   <translation>選擇、保存、重新命名或刪除篩選</translation>
  </message>
  <message>
   <source>Close the program; results are kept</source>
   <translation>關閉程式；結果保留</translation>
  </message>
  <message>
   <source>Dark letters on light panels</source>
   <translation>淺底深字</translation>
  </message>
  <message>
   <source>Disa&amp;gree about the class shown</source>
   <translation>不同意對所顯示類別的判斷</translation>
  </message>
  <message>
   <source>Do to the image what the check of it offers</source>
   <translation>依檢核建議處理影像</translation>
  </message>
  <message>
   <source>Empty the worklist; results are kept</source>
   <translation>清空工作清單；結果保留</translation>
  </message>
  <message>
   <source>Four steps, as at the first start</source>
   <translation>四個步驟，與首次啟動時相同</translation>
  </message>
  <message>
   <source>Go down the worklist</source>
   <translation>在工作清單中往下</translation>
  </message>
  <message>
   <source>Go to the filter field</source>
   <translation>前往篩選欄</translation>
  </message>
  <message>
   <source>Go to the free text of your impression</source>
   <translation>前往判讀印象的自由文字</translation>
  </message>
  <message>
   <source>Go to the next study that nobody has read</source>
   <translation>前往下一項無人判讀的檢查</translation>
  </message>
  <message>
   <source>Go up the worklist</source>
   <translation>在工作清單中往上</translation>
  </message>
  <message>
   <source>I cannot say whether the model is right</source>
   <translation>無法判定模型是否正確</translation>
  </message>
  <message>
   <source>It is wrong about the chosen class</source>
   <translation>模型對所選類別的判斷錯誤</translation>
  </message>
  <message>
   <source>It is wrong, I think</source>
   <translation>我認為它是錯的</translation>
  </message>
  <message>
   <source>Learn from labelled images, or fit a model to this site</source>
   <translation>由標記影像學習，或使模型適合本院</translation>
  </message>
  <message>
   <source>Look at the study (Enter in the list)</source>
   <translation>查看檢查（在清單中按 Enter）</translation>
  </message>
  <message>
   <source>Mark &amp;read</source>
   <translation>標示為已判讀</translation>
  </message>
  <message>
   <source>Mark read and next unread</source>
   <translation>標示已判讀並前往下一個未判讀</translation>
  </message>
  <message>
   <source>Mark this study read and go to the next unread</source>
   <translation>標示此檢查為已判讀並前往下一個未判讀</translation>
  </message>
  <message>
   <source>Mark un&amp;read</source>
   <translation>標示為未判讀</translation>
  </message>
  <message>
   <source>Model &amp;card</source>
   <translation>模型卡</translation>
  </message>
  <message>
   <source>New files appear and are scored by themselves</source>
   <translation>新檔案自動出現並評分</translation>
  </message>
  <message>
   <source>Next &amp;unread</source>
   <translation>下一個未判讀</translation>
  </message>
  <message>
   <source>No names, IDs or folders</source>
   <translation>不顯示姓名、ID 或資料夾</translation>
  </message>
  <message>
   <source>No scores before your impression is recorded</source>
   <translation>記錄您的印象前不顯示評分</translation>
  </message>
  <message>
   <source>Of all images of the chosen studies</source>
   <translation>所選檢查的所有影像</translation>
  </message>
  <message>
   <source>Of the chosen studies</source>
   <translation>所選檢查</translation>
  </message>
  <message>
   <source>One line for each study</source>
   <translation>每項檢查一行</translation>
  </message>
  <message>
   <source>Opens at the page that goes with where you are</source>
   <translation>開啟與您目前位置相應的頁面</translation>
  </message>
  <message>
   <source>Order by arrival instead of risk</source>
   <translation>依到達而非風險排序</translation>
  </message>
  <message>
   <source>Order of t&amp;riage</source>
   <translation>分流排序</translation>
  </message>
  <message>
   <source>Patient &amp;ID</source>
   <translation>病人 ID</translation>
  </message>
  <message>
   <source>Reader's &amp;name…</source>
   <translation>判讀者姓名…</translation>
  </message>
  <message>
   <source>Reading &amp;statistics…</source>
   <translation>判讀統計…</translation>
  </message>
  <message>
   <source>Sa&amp;ved filters</source>
   <translation>已儲存的篩選</translation>
  </message>
  <message>
   <source>Say what you see, or take it back</source>
   <translation>說出所見，或收回</translation>
  </message>
  <message>
   <source>Score again with borders, markers and all but the lungs hidden</source>
   <translation>遮蔽邊框、標記及肺部以外區域後重新評分</translation>
  </message>
  <message>
   <source>Show in &amp;file manager</source>
   <translation>在檔案管理員中顯示</translation>
  </message>
  <message>
   <source>Show or hide the findings</source>
   <translation>顯示或隱藏發現</translation>
  </message>
  <message>
   <source>Show or hide the worklist</source>
   <translation>顯示或隱藏工作清單</translation>
  </message>
  <message>
   <source>Show the map that came with the score</source>
   <translation>顯示隨評分產生的熱圖</translation>
  </message>
  <message>
   <source>Sort by no column</source>
   <translation>不依任何欄排序</translation>
  </message>
  <message>
   <source>Stop after the images in hand</source>
   <translation>完成手上影像後停止</translation>
  </message>
  <message>
   <source>Stop computing the heat &amp;map</source>
   <translation>停止計算熱圖</translation>
  </message>
  <message>
   <source>Tables, reports, pictures and DICOM objects</source>
   <translation>表格、報告、圖片與 DICOM 物件</translation>
  </message>
  <message>
   <source>Take back the last marking or impression</source>
   <translation>收回上一次的標示或印象</translation>
  </message>
  <message>
   <source>Test for s&amp;hortcuts</source>
   <translation>捷徑測試</translation>
  </message>
  <message>
   <source>The chosen studies are read</source>
   <translation>所選檢查已判讀</translation>
  </message>
  <message>
   <source>The chosen studies are to be read at once</source>
   <translation>所選檢查須立即判讀</translation>
  </message>
  <message>
   <source>The chosen studies are to be read in their turn</source>
   <translation>所選檢查依序判讀</translation>
  </message>
  <message>
   <source>The chosen studies are to be read soon</source>
   <translation>所選檢查須儘快判讀</translation>
  </message>
  <message>
   <source>The chosen studies are unread again</source>
   <translation>所選檢查回復未判讀</translation>
  </message>
  <message>
   <source>The chosen studies in the columns that are shown</source>
   <translation>所選檢查，依顯示的欄</translation>
  </message>
  <message>
   <source>The folder that holds the image</source>
   <translation>存放影像的資料夾</translation>
  </message>
  <message>
   <source>The model is right about the chosen class</source>
   <translation>模型對所選類別的判斷正確</translation>
  </message>
  <message>
   <source>The model's answer is right, I think</source>
   <translation>我認為模型的答案正確</translation>
  </message>
  <message>
   <source>The one that was announced last</source>
   <translation>最近通知的那一項</translation>
  </message>
  <message>
   <source>The urgency that came with the chosen studies</source>
   <translation>所選檢查原本的急迫度</translation>
  </message>
  <message>
   <source>This is the triage edition, which reads and scores. Install the full edition to train.</source>
   <translation>這是分流版，可讀取與評分。如要訓練，請安裝完整版。</translation>
  </message>
  <message>
   <source>Turn &amp;left for scoring</source>
   <translation>向左轉以評分</translation>
  </message>
  <message>
   <source>Turn ri&amp;ght for scoring</source>
   <translation>向右轉以評分</translation>
  </message>
  <message>
   <source>Turn the image and score again</source>
   <translation>旋轉影像並重新評分</translation>
  </message>
  <message>
   <source>Versions, licences of all parts, intended use</source>
   <translation>版本、所有元件的授權、預期用途</translation>
  </message>
  <message>
   <source>What has changed from version to version</source>
   <translation>各版本的變更</translation>
  </message>
  <message>
   <source>What is scored stays</source>
   <translation>已評分者保留</translation>
  </message>
  <message>
   <source>What the model is for, and every number of it</source>
   <translation>模型用途與其所有數值</translation>
  </message>
  <message>
   <source>What was scored against the advice, or corrected, and when</source>
   <translation>何者未依建議評分或經修正，以及何時</translation>
  </message>
  <message>
   <source>What's &amp;new</source>
   <translation>更新內容</translation>
  </message>
  <message>
   <source>Who reads: kept with every impression</source>
   <translation>判讀者：隨每筆印象保存</translation>
  </message>
 </context>
 <context>
  <name>audit</name>
  <message>
   <source>Black and white exchanged</source>
   <translation>黑白已反轉</translation>
  </message>
  <message>
   <source>Impression (blind): {0}</source>
   <translation>印象（盲讀）：{0}</translation>
  </message>
  <message>
   <source>Impression taken back</source>
   <translation>已收回印象</translation>
  </message>
  <message>
   <source>Impression: {0}</source>
   <translation>印象：{0}</translation>
  </message>
  <message>
   <source>Marked read</source>
   <translation>標示為已判讀</translation>
  </message>
  <message>
   <source>Marked unread</source>
   <translation>標示為未判讀</translation>
  </message>
  <message>
   <source>Scored against the advice</source>
   <translation>未依建議評分</translation>
  </message>
  <message>
   <source>Study …{0}</source>
   <translation>檢查 …{0}</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>已收回</translation>
  </message>
  <message>
   <source>Taken back: {0}</source>
   <translation>已收回：{0}</translation>
  </message>
  <message>
   <source>Undone: {0}</source>
   <translation>已復原：{0}</translation>
  </message>
  <message>
   <source>Urgency: {0}</source>
   <translation>急迫度：{0}</translation>
  </message>
  <message>
   <source>score against the advice</source>
   <translation>未依建議的評分</translation>
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
   <translation>摘要值</translation>
  </message>
  <message>
   <source>Looks for</source>
   <translation>偵測</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名稱</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>操作點</translation>
  </message>
  <message>
   <source>Sorts by</source>
   <translation>排序依據</translation>
  </message>
  <message>
   <source>{0} at {1}, specificity {2}</source>
   <translation>{1} 時 {0}，特異度 {2}</translation>
  </message>
 </context>
 <context>
  <name>catalogue</name>
  <message>
   <source>; then </source>
   <translation>；然後</translation>
  </message>
  <message>
   <source>Deep-COVID, COVID-19 images × 5</source>
   <translation>Deep-COVID，COVID-19 影像 × 5</translation>
  </message>
  <message>
   <source>Deep-COVID: COVID-19 or not</source>
   <translation>Deep-COVID：是否為 COVID-19</translation>
  </message>
  <message>
   <source>Fine-tune the bundled model</source>
   <translation>微調內建模型</translation>
  </message>
  <message>
   <source>Four classes at once</source>
   <translation>同時四個類別</translation>
  </message>
  <message>
   <source>From scratch, without a download</source>
   <translation>從頭開始，無需下載</translation>
  </message>
  <message>
   <source>Pneumonia in two phases</source>
   <translation>分兩階段的肺炎</translation>
  </message>
  <message>
   <source>Pneumonia, deep networks cut inside</source>
   <translation>肺炎，深層網路於內部截斷</translation>
  </message>
  <message>
   <source>SCNNB: small pictures</source>
   <translation>SCNNB：小影像</translation>
  </message>
  <message>
   <source>everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>only the last layers</source>
   <translation>僅最後幾層</translation>
  </message>
  <message>
   <source>the last layers and some in the middle</source>
   <translation>最後幾層與部分中間層</translation>
  </message>
  <message>
   <source>{0}, {1} epochs</source>
   <translation>{0}，{1} 個週期</translation>
  </message>
 </context>
 <context>
  <name>column_words</name>
  <message>
   <source>Above both operating points</source>
   <translation>高於兩個操作點</translation>
  </message>
  <message>
   <source>Below both operating points</source>
   <translation>低於兩個操作點</translation>
  </message>
  <message>
   <source>Between the operating points</source>
   <translation>介於兩個操作點之間</translation>
  </message>
  <message>
   <source>Cropped</source>
   <translation>截斷</translation>
  </message>
  <message>
   <source>Frontal chest</source>
   <translation>正面胸部</translation>
  </message>
  <message>
   <source>High priority</source>
   <translation>高優先</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>判讀中</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>反轉</translation>
  </message>
  <message>
   <source>Lateral chest</source>
   <translation>側面胸部</translation>
  </message>
  <message>
   <source>Not a chest</source>
   <translation>非胸部</translation>
  </message>
  <message>
   <source>Not images</source>
   <translation>非影像</translation>
  </message>
  <message>
   <source>Not scored: please look at these</source>
   <translation>未評分：請查看這些</translation>
  </message>
  <message>
   <source>Nothing to see</source>
   <translation>無可見內容</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>已判讀</translation>
  </message>
  <message>
   <source>Routine</source>
   <translation>常規</translation>
  </message>
  <message>
   <source>STAT</source>
   <translation>STAT</translation>
  </message>
  <message>
   <source>Turned</source>
   <translation>旋轉</translation>
  </message>
  <message>
   <source>Unfamiliar</source>
   <translation>不熟悉</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>未判讀</translation>
  </message>
  <message>
   <source>Waiting to be scored</source>
   <translation>等待評分</translation>
  </message>
  <message>
   <source>scored on request</source>
   <translation>依要求評分</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <source>usable</source>
   <translation>可用</translation>
  </message>
 </context>
 <context>
  <name>dialogs</name>
  <message>
   <source>Alt+wheel</source>
   <translation>Alt+滾輪</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>按兩下</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Export the audit log</source>
   <translation>匯出稽核記錄</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>全螢幕</translation>
  </message>
  <message>
   <source>Go to the image</source>
   <translation>前往影像</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation>左鍵拖曳</translation>
  </message>
  <message>
   <source>Left drag on a measurement</source>
   <translation>在量測上左鍵拖曳</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>量測</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>選單</translation>
  </message>
  <message>
   <source>Middle drag,  Space+drag</source>
   <translation>中鍵拖曳、Space+拖曳</translation>
  </message>
  <message>
   <source>Mouse on the image</source>
   <translation>影像上的滑鼠操作</translation>
  </message>
  <message>
   <source>Move it, or one of its points</source>
   <translation>移動它或其中一點</translation>
  </message>
  <message>
   <source>Move the image</source>
   <translation>移動影像</translation>
  </message>
  <message>
   <source>Next or previous image of the study</source>
   <translation>檢查的下一張或上一張影像</translation>
  </message>
  <message>
   <source>Opacity of the heat map</source>
   <translation>熱圖的不透明度</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>開啟資料夾</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>程式</translation>
  </message>
  <message>
   <source>Put the tool down</source>
   <translation>放下工具</translation>
  </message>
  <message>
   <source>Right click</source>
   <translation>按右鍵</translation>
  </message>
  <message>
   <source>Right drag,  Ctrl+wheel</source>
   <translation>右鍵拖曳、Ctrl+滾輪</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>Study not open</source>
   <translation>檢查未開啟</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>表格 (*.csv)</translation>
  </message>
  <message>
   <source>Two images, pictures</source>
   <translation>兩張影像、圖片</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>滾輪</translation>
  </message>
  <message>
   <source>Window and level, or the tool in hand</source>
   <translation>窗寬與窗位，或手上的工具</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>預設窗值</translation>
  </message>
  <message>
   <source>Your impression, by the place of its button</source>
   <translation>您的判讀印象，依按鈕位置</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>縮放</translation>
  </message>
 </context>
 <context>
  <name>evidence</name>
  <message>
   <source>{0} sens.</source>
   <translation>敏感度 {0}</translation>
  </message>
  <message>
   <source>{0} spec.</source>
   <translation>特異度 {0}</translation>
  </message>
 </context>
 <context>
  <name>export</name>
  <message>
   <source>A file could not be written</source>
   <translation>有檔案無法寫入</translation>
  </message>
  <message>
   <source>A folder of that name is there already</source>
   <translation>已有同名資料夾</translation>
  </message>
  <message>
   <source>All · {0}</source>
   <translation>全部 · {0}</translation>
  </message>
  <message>
   <source>CSV table</source>
   <translation>CSV 表格</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>DICOM Secondary Capture</source>
   <translation>DICOM Secondary Capture</translation>
  </message>
  <message>
   <source>DICOM Structured Report</source>
   <translation>DICOM 結構化報告</translation>
  </message>
  <message>
   <source>Every number of every image, for programs</source>
   <translation>每張影像的所有數值，供程式使用</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel 活頁簿</translation>
  </message>
  <message>
   <source>Files say who the patients are. DICOM objects belong to the study of their source and can be filed beside it.</source>
   <translation>檔案會揭露病人身分。DICOM 物件屬於來源檢查，可與其一同歸檔。</translation>
  </message>
  <message>
   <source>Files say who the patients are: names, numbers, dates, notes and paths.</source>
   <translation>檔案會揭露病人身分：姓名、號碼、日期、備註與路徑。</translation>
  </message>
  <message>
   <source>HTML report</source>
   <translation>HTML 報告</translation>
  </message>
  <message>
   <source>Image, heat map, evidence and impression</source>
   <translation>影像、熱圖、依據與印象</translation>
  </message>
  <message>
   <source>JSON lines</source>
   <translation>JSON 行</translation>
  </message>
  <message>
   <source>List as filtered · {0}</source>
   <translation>篩選後清單 · {0}</translation>
  </message>
  <message>
   <source>No names, numbers, dates, notes or paths; one key per study, the same in every file. DICOM objects get new UIDs (PS3.15 basic profile), so no archive can file them beside their study. Text within pixels stays.</source>
   <translation>不含姓名、號碼、日期、備註或路徑；每項檢查一個代碼，各檔案一致。DICOM 物件取得新的 UID（PS3.15 basic profile），因此無法與原檢查一同歸檔。像素中的文字會保留。</translation>
  </message>
  <message>
   <source>No names, numbers, dates, notes or paths; one key per study, the same in every file. Text within pixels stays.</source>
   <translation>不含姓名、號碼、日期、備註或路徑；每項檢查一個代碼，各檔案一致。像素中的文字會保留。</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>未寫入任何內容。</translation>
  </message>
  <message>
   <source>Nothing was written. A drive or the network was lost.</source>
   <translation>未寫入任何內容。磁碟機或網路中斷。</translation>
  </message>
  <message>
   <source>One page for any browser, works offline</source>
   <translation>單一頁面，任何瀏覽器可離線開啟</translation>
  </message>
  <message>
   <source>PDF report</source>
   <translation>PDF 報告</translation>
  </message>
  <message>
   <source>PNG pictures</source>
   <translation>PNG 圖片</translation>
  </message>
  <message>
   <source>Probabilities per study (TID 1500), unverified</source>
   <translation>每項檢查的機率 (TID 1500)，未驗證</translation>
  </message>
  <message>
   <source>Selected · {0}</source>
   <translation>已選 · {0}</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>磁碟已滿</translation>
  </message>
  <message>
   <source>The export ended unexpectedly</source>
   <translation>匯出意外結束</translation>
  </message>
  <message>
   <source>The folder cannot be reached any more</source>
   <translation>無法再存取該資料夾</translation>
  </message>
  <message>
   <source>The folder may hold some of the files. The log says more.</source>
   <translation>資料夾中可能有部分檔案。詳見記錄。</translation>
  </message>
  <message>
   <source>The list with typed columns and their meaning</source>
   <translation>含型別欄位與其含義的清單</translation>
  </message>
  <message>
   <source>The overlay as a new series of the study</source>
   <translation>覆疊圖作為檢查的新序列</translation>
  </message>
  <message>
   <source>The overlay of every scored image</source>
   <translation>每張已評分影像的覆疊圖</translation>
  </message>
  <message>
   <source>The same list as plain text</source>
   <translation>相同清單的純文字</translation>
  </message>
  <message>
   <source>There is no permission to write there</source>
   <translation>沒有寫入該處的權限</translation>
  </message>
  <message>
   <source>This study</source>
   <translation>此檢查</translation>
  </message>
  <message>
   <source>{0} file</source>
   <translation>{0} 個檔案</translation>
  </message>
  <message>
   <source>{0} file was written whole before that; the rest is missing.</source>
   <translation>在此之前完整寫入 {0} 個檔案；其餘缺少。</translation>
  </message>
  <message>
   <source>{0} file written</source>
   <translation>已寫入 {0} 個檔案</translation>
  </message>
  <message>
   <source>{0} files</source>
   <translation>{0} 個檔案</translation>
  </message>
  <message>
   <source>{0} files were written whole before that; the rest is missing.</source>
   <translation>在此之前完整寫入 {0} 個檔案；其餘缺少。</translation>
  </message>
  <message>
   <source>{0} files written</source>
   <translation>已寫入 {0} 個檔案</translation>
  </message>
  <message>
   <source>{0} image could not be read again</source>
   <translation>{0} 張影像無法再次讀取</translation>
  </message>
  <message>
   <source>{0} image has no valid UIDs: no DICOM object</source>
   <translation>{0} 張影像沒有有效 UID：無 DICOM 物件</translation>
  </message>
  <message>
   <source>{0} image is no DICOM file: no DICOM object</source>
   <translation>{0} 張影像非 DICOM 檔：無 DICOM 物件</translation>
  </message>
  <message>
   <source>{0} images are no DICOM files: no DICOM objects</source>
   <translation>{0} 張影像非 DICOM 檔：無 DICOM 物件</translation>
  </message>
  <message>
   <source>{0} images could not be read again</source>
   <translation>{0} 張影像無法再次讀取</translation>
  </message>
  <message>
   <source>{0} images have no valid UIDs: no DICOM objects</source>
   <translation>{0} 張影像沒有有效 UID：無 DICOM 物件</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}／{1}</translation>
  </message>
  <message>
   <source>{0} of {1} · {2}</source>
   <translation>{0}／{1} · {2}</translation>
  </message>
  <message>
   <source>{0}; {1} image is no DICOM file and gets no DICOM object</source>
   <translation>{0}；{1} 張影像非 DICOM 檔，不產生 DICOM 物件</translation>
  </message>
  <message>
   <source>{0}; {1} images are no DICOM files and get no DICOM object</source>
   <translation>{0}；{1} 張影像非 DICOM 檔，不產生 DICOM 物件</translation>
  </message>
 </context>
 <context>
  <name>filter</name>
  <message>
   <source>Above both operating points</source>
   <translation>高於兩個操作點</translation>
  </message>
  <message>
   <source>Age in years</source>
   <translation>年齡（歲）</translation>
  </message>
  <message>
   <source>Being scored</source>
   <translation>評分中</translation>
  </message>
  <message>
   <source>Below both operating points</source>
   <translation>低於兩個操作點</translation>
  </message>
  <message>
   <source>Between the operating points</source>
   <translation>介於兩個操作點之間</translation>
  </message>
  <message>
   <source>Body part examined</source>
   <translation>檢查部位</translation>
  </message>
  <message>
   <source>CR, DX and others</source>
   <translation>CR、DX 等</translation>
  </message>
  <message>
   <source>F, M or O</source>
   <translation>F、M 或 O</translation>
  </message>
  <message>
   <source>Files that are no images</source>
   <translation>非影像檔案</translation>
  </message>
  <message>
   <source>How far the second model differs</source>
   <translation>與第二模型的差異</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>判讀中</translation>
  </message>
  <message>
   <source>Most urgent</source>
   <translation>最急迫</translation>
  </message>
  <message>
   <source>Nobody has read them</source>
   <translation>無人判讀</translation>
  </message>
  <message>
   <source>Not: a minus before any word</source>
   <translation>排除：字前加減號</translation>
  </message>
  <message>
   <source>Number of images</source>
   <translation>影像數</translation>
  </message>
  <message>
   <source>PA, AP, LL and others</source>
   <translation>PA、AP、LL 等</translation>
  </message>
  <message>
   <source>Part of a description</source>
   <translation>描述的一部分</translation>
  </message>
  <message>
   <source>Part of a file name</source>
   <translation>檔名的一部分</translation>
  </message>
  <message>
   <source>Part of the accession number</source>
   <translation>檢查號的一部分</translation>
  </message>
  <message>
   <source>Part of the patient ID</source>
   <translation>病人 ID 的一部分</translation>
  </message>
  <message>
   <source>Part of the patient's name</source>
   <translation>病人姓名的一部分</translation>
  </message>
  <message>
   <source>Probability of this class</source>
   <translation>此類別的機率</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>已判讀</translation>
  </message>
  <message>
   <source>Risk, 0 to 1 or in %</source>
   <translation>風險，0 至 1 或 %</translation>
  </message>
  <message>
   <source>Stopped by the check, or not readable</source>
   <translation>被檢核停止或無法讀取</translation>
  </message>
  <message>
   <source>Study date, or part of it</source>
   <translation>檢查日期或其一部分</translation>
  </message>
  <message>
   <source>The reader agrees with the model about this class</source>
   <translation>判讀者同意模型對此類別的判斷</translation>
  </message>
  <message>
   <source>The reader disagrees with the model about this class</source>
   <translation>判讀者不同意模型對此類別的判斷</translation>
  </message>
  <message>
   <source>The two models contradict each other</source>
   <translation>兩個模型互相矛盾</translation>
  </message>
  <message>
   <source>There is no field “{0}”. Quotation marks make it plain text.</source>
   <translation>沒有欄位「{0}」。加引號即為純文字。</translation>
  </message>
  <message>
   <source>This part of the filter is left out until then.</source>
   <translation>在此之前略過這部分篩選。</translation>
  </message>
  <message>
   <source>Time since arrival: m, h or d</source>
   <translation>到達後時間：m、h 或 d</translation>
  </message>
  <message>
   <source>Waiting to be scored</source>
   <translation>等待評分</translation>
  </message>
  <message>
   <source>What the check made of the image</source>
   <translation>檢核對影像的判定</translation>
  </message>
  <message>
   <source>What the reader said; none for nothing</source>
   <translation>判讀者所述；none 表示無</translation>
  </message>
  <message>
   <source>Who read the study</source>
   <translation>判讀此檢查者</translation>
  </message>
  <message>
   <source>With a score</source>
   <translation>有評分</translation>
  </message>
  <message>
   <source>dicom, png, jpeg or tiff</source>
   <translation>dicom、png、jpeg 或 tiff</translation>
  </message>
  <message>
   <source>stat, high or routine</source>
   <translation>stat、high 或 routine</translation>
  </message>
  <message>
   <source>“{0}” is compared with a colon, for example {1}</source>
   <translation>「{0}」以冒號比較，例如 {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a class of the model, for example {1}</source>
   <translation>「{0}」需要模型的類別，例如 {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a date, for example {1}</source>
   <translation>「{0}」需要日期，例如 {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a number, for example {1}</source>
   <translation>「{0}」需要數字，例如 {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a time, for example {1}</source>
   <translation>「{0}」需要時間，例如 {1}</translation>
  </message>
  <message>
   <source>“{0}” needs a value, for example {1}</source>
   <translation>「{0}」需要值，例如 {1}</translation>
  </message>
 </context>
 <context>
  <name>guard</name>
  <message>
   <source>1 of {0} studies changes its band</source>
   <translation>{0} 項檢查中有 1 項改變等級</translation>
  </message>
  <message>
   <source>None of {0} studies changes its band</source>
   <translation>{0} 項檢查皆未改變等級</translation>
  </message>
  <message>
   <source>{0} of {1} studies change their band</source>
   <translation>{1} 項檢查中有 {0} 項改變等級</translation>
  </message>
  <message>
   <source>{0} would fall below the operating point</source>
   <translation>{0} 項會降至操作點以下</translation>
  </message>
  <message>
   <source>{0} would have no number any more</source>
   <translation>{0} 項將不再有數值</translation>
  </message>
  <message>
   <source>{0} would rise above it</source>
   <translation>{0} 項會升至其上</translation>
  </message>
 </context>
 <context>
  <name>inspection</name>
  <message>
   <source>1 file is left out: {0}</source>
   <translation>已略去 1 個檔案：{0}</translation>
  </message>
  <message>
   <source>Where a class comes from one place only, a model can learn to recognise the place (its markers, borders, machine) and look right without looking at the lungs. Add images of that class from the other places.</source>
   <translation>若某類別只來自單一地點，模型可能學會辨認該地點（標記、邊框、機器），未看肺部卻看似正確。請加入其他地點的該類影像。</translation>
  </message>
  <message>
   <source>and {0} more</source>
   <translation>以及另外 {0} 項</translation>
  </message>
  <message>
   <source>{0} classes</source>
   <translation>{0} 個類別</translation>
  </message>
  <message>
   <source>{0} images</source>
   <translation>{0} 張影像</translation>
  </message>
  <message>
   <source>{0} patients</source>
   <translation>{0} 位病人</translation>
  </message>
  <message>
   <source>{1} files are left out: {0}</source>
   <translation>已略去 {1} 個檔案：{0}</translation>
  </message>
 </context>
 <context>
  <name>key_editor</name>
  <message>
   <source>Out of range: {0}.</source>
   <translation>超出範圍：{0}。</translation>
  </message>
  <message>
   <source>This cannot be read. Write it as in {0}.</source>
   <translation>無法讀取。請寫成如 {0}。</translation>
  </message>
  <message>
   <source>This needs a number.</source>
   <translation>此處需要數字。</translation>
  </message>
  <message>
   <source>This needs the form {0}.</source>
   <translation>此處需要 {0} 的形式。</translation>
  </message>
  <message>
   <source>from {0}{1}</source>
   <translation>自 {0}{1}</translation>
  </message>
  <message>
   <source>{0} to {1}{2}</source>
   <translation>{0} 至 {1}{2}</translation>
  </message>
 </context>
 <context>
  <name>limits</name>
  <message>
   <source>It does not look for: {0}.</source>
   <translation>不偵測：{0}。</translation>
  </message>
  <message>
   <source>It judges each of them by itself: several may be likely, or none.</source>
   <translation>各項分別判斷：可能數項皆有可能，也可能皆無。</translation>
  </message>
  <message>
   <source>The model looks for {0} only: {1}. It sees nothing else, not even what is plain to you.</source>
   <translation>模型只偵測{0}：{1}。它看不到其他病變，即使您一目了然。</translation>
  </message>
  <message>
   <source>four things</source>
   <translation>四項</translation>
  </message>
  <message>
   <source>one thing</source>
   <translation>一項</translation>
  </message>
  <message>
   <source>three things</source>
   <translation>三項</translation>
  </message>
  <message>
   <source>two things</source>
   <translation>兩項</translation>
  </message>
  <message>
   <source>{0} things</source>
   <translation>{0} 項</translation>
  </message>
 </context>
 <context>
  <name>map_method</name>
  <message>
   <source>About {0}.</source>
   <translation>約 {0}。</translation>
  </message>
  <message>
   <source>Comes with every score.</source>
   <translation>隨每次評分產生。</translation>
  </message>
  <message>
   <source>Grad-CAM that weighs small and repeated areas more.</source>
   <translation>對小而重複區域加權的 Grad-CAM。</translation>
  </message>
  <message>
   <source>Grad-CAM with channels weighted by where they are active.</source>
   <translation>依活化位置加權通道的 Grad-CAM。</translation>
  </message>
  <message>
   <source>Not available: {0}.</source>
   <translation>無法使用：{0}。</translation>
  </message>
  <message>
   <source>Relative scale: not to be compared between images.</source>
   <translation>相對尺度：不可在影像間比較。</translation>
  </message>
  <message>
   <source>The exact contribution of each place, without averaging gradients.</source>
   <translation>每處的精確貢獻，不平均梯度。</translation>
  </message>
  <message>
   <source>Took {0}.</source>
   <translation>耗時 {0}。</translation>
  </message>
  <message>
   <source>What each place adds to the logit.</source>
   <translation>每處對 logit 的增量。</translation>
  </message>
  <message>
   <source>What speaks for the class alone; nothing that speaks against it is taken off.</source>
   <translation>僅支持該類別者；不扣除反對者。</translation>
  </message>
  <message>
   <source>What the logit is when only one pattern of the image is left.</source>
   <translation>影像只留一種樣式時的 logit。</translation>
  </message>
  <message>
   <source>What the logit loses when parts of the network are switched off.</source>
   <translation>關閉部分網路時 logit 的損失。</translation>
  </message>
  <message>
   <source>What the network reacts to most, the same for every class.</source>
   <translation>網路反應最強之處，各類別相同。</translation>
  </message>
  <message>
   <source>With this model the same map as Grad-CAM.</source>
   <translation>在此模型與 Grad-CAM 相同。</translation>
  </message>
  <message>
   <source>the model has been changed</source>
   <translation>模型已變更</translation>
  </message>
  <message>
   <source>the scoring engine is starting</source>
   <translation>評分引擎啟動中</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>{0} 秒</translation>
  </message>
  <message>
   <source>{0}: being computed, about {1}</source>
   <translation>{0}：計算中，約 {1}</translation>
  </message>
  <message>
   <source>{0}: no map, {1}</source>
   <translation>{0}：無熱圖，{1}</translation>
  </message>
  <message>
   <source>{0}: {1} computed, about {2} left</source>
   <translation>{0}：已計算 {1}，約剩 {2}</translation>
  </message>
 </context>
 <context>
  <name>map_region</name>
  <message>
   <source>Main region: outside the lungs, {0} of the map.</source>
   <translation>主要區域：肺野以外，佔熱圖 {0}。</translation>
  </message>
  <message>
   <source>Main region: {0}, {1} of the map; {2} outside the lungs.</source>
   <translation>主要區域：{0}，佔熱圖 {1}；肺野以外 {2}。</translation>
  </message>
  <message>
   <source>Much of this map lies outside the lungs: it may show the hospital rather than the disease.</source>
   <translation>熱圖大部分在肺野以外：它可能反映的是醫院，而非疾病。</translation>
  </message>
 </context>
 <context>
  <name>model_name</name>
  <message>
   <source>A model of yours has this name. Choose another, or replace it.</source>
   <translation>您有模型使用此名稱。請選其他名稱或取代它。</translation>
  </message>
  <message>
   <source>A model that comes with the program has this name.</source>
   <translation>程式內建模型使用此名稱。</translation>
  </message>
  <message>
   <source>Small letters, digits, - and _ only, at most 40, and a letter or digit first.</source>
   <translation>僅限小寫字母、數字、- 與 _，最多 40 個，且以字母或數字開頭。</translation>
  </message>
  <message>
   <source>The model needs a name.</source>
   <translation>模型需要名稱。</translation>
  </message>
  <message>
   <source>Windows keeps this name for itself.</source>
   <translation>Windows 保留此名稱。</translation>
  </message>
 </context>
 <context>
  <name>not_scored</name>
  <message>
   <source>Correct both and score</source>
   <translation>兩者皆修正並評分</translation>
  </message>
  <message>
   <source>Exchange black and white and score</source>
   <translation>反轉黑白並評分</translation>
  </message>
  <message>
   <source>It looks like a frontal chest radiograph, but nothing like it was among the images that the model learned from. How often it is right here is not known.</source>
   <translation>看來是正面胸部 X 光片，但模型學習的影像中沒有類似者。此處的準確程度未知。</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>維持原狀</translation>
  </message>
  <message>
   <source>Score anyway</source>
   <translation>仍要評分</translation>
  </message>
  <message>
   <source>Score this image although it was set aside?</source>
   <translation>此影像已被擱置，仍要評分嗎？</translation>
  </message>
  <message>
   <source>The check of the pixels did not take it for a usable frontal chest radiograph, so the number may mean nothing. It will be marked as scored on request, and the request is logged.</source>
   <translation>像素檢核未將它認定為可用的正面胸部 X 光片，因此數值可能毫無意義。它會標示為依要求評分，此要求也會記錄。</translation>
  </message>
  <message>
   <source>The model judges both lungs. Where parts of them are missing it may miss what is there.</source>
   <translation>模型判斷雙肺。若有部分缺失，可能漏掉病變。</translation>
  </message>
  <message>
   <source>The model knows films with white bones only. With black and white exchanged its number would mean nothing.</source>
   <translation>模型只認得骨骼為白色的影像。黑白反轉時其數值毫無意義。</translation>
  </message>
  <message>
   <source>The model knows upright films only. On a turned one its number would mean nothing.</source>
   <translation>模型只認得直立的影像。影像旋轉時其數值毫無意義。</translation>
  </message>
  <message>
   <source>The model was made for frontal chest radiographs of adults. For other images its number means nothing.</source>
   <translation>模型係針對成人正面胸部 X 光片而建。對其他影像其數值毫無意義。</translation>
  </message>
  <message>
   <source>Turn it upright and score</source>
   <translation>轉正並評分</translation>
  </message>
 </context>
 <context>
  <name>progress</name>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>{0}：{1}／{2}</translation>
  </message>
 </context>
 <context>
  <name>reasons</name>
  <message>
   <source>A newer version of this program wrote the saved worklist. It is open for reading only: nothing is scored, marked or saved here. Use the newer version to go on.</source>
   <translation>已儲存的工作清單由較新版本的程式寫入，以唯讀方式開啟：此處不評分、不標示也不儲存。要繼續請使用較新版本。</translation>
  </message>
  <message>
   <source>Another window of this program has the worklist open. Close it first.</source>
   <translation>本程式的另一個視窗已開啟工作清單。請先關閉它。</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>Images that lie on their side or upside down are not recognised</source>
   <translation>無法辨識側躺或上下顛倒的影像</translation>
  </message>
  <message>
   <source>JPEG with {0} bits per pixel; 8 are read</source>
   <translation>每像素 {0} 位元的 JPEG；可讀取 8</translation>
  </message>
  <message>
   <source>Look-up table {0}</source>
   <translation>查找表 {0}</translation>
  </message>
  <message>
   <source>Lungs are not outlined and their zones not named</source>
   <translation>不描繪肺部輪廓，也不標示分區名稱</translation>
  </message>
  <message>
   <source>OpenVINO cannot be loaded on this computer</source>
   <translation>這部電腦無法載入 OpenVINO</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>已暫停</translation>
  </message>
  <message>
   <source>Scoring goes on with the processor: {0}</source>
   <translation>改以處理器繼續評分：{0}</translation>
  </message>
  <message>
   <source>Scoring stopped: {0}</source>
   <translation>評分已停止：{0}</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your results are safe; the log has the details.</source>
   <translation>程式內部發生錯誤。您的結果安全無虞；詳見記錄。</translation>
  </message>
  <message>
   <source>Starting the scoring engine</source>
   <translation>正在啟動評分引擎</translation>
  </message>
  <message>
   <source>Starting the scoring engine again</source>
   <translation>正在重新啟動評分引擎</translation>
  </message>
  <message>
   <source>TIFF compressed as {0}, which is not read</source>
   <translation>以 {0} 壓縮的 TIFF，無法讀取</translation>
  </message>
  <message>
   <source>TIFF with pixels of an unknown kind, which are not read</source>
   <translation>TIFF 的像素種類不明，無法讀取</translation>
  </message>
  <message>
   <source>TIFF with signed values, which is not read</source>
   <translation>帶正負號數值的 TIFF，無法讀取</translation>
  </message>
  <message>
   <source>The processor is used: {0}</source>
   <translation>使用處理器：{0}</translation>
  </message>
  <message>
   <source>The saved worklist is damaged. Start the program again: it will be set aside.</source>
   <translation>已儲存的工作清單損壞。請重新啟動程式，它會被擱置。</translation>
  </message>
  <message>
   <source>The saved worklist was damaged and is set aside. The copy of {0} was opened in its place: what was marked since then is missing, and newer images are scored again.</source>
   <translation>已儲存的工作清單損壞並已擱置，改開啟 {0} 的副本：之後的標示已遺失，較新的影像將重新評分。</translation>
  </message>
  <message>
   <source>The saved worklist was damaged. It was set aside, a new one was begun, and images are scored again.</source>
   <translation>已儲存的工作清單損壞，已擱置並建立新的清單，影像將重新評分。</translation>
  </message>
  <message>
   <source>The saved worklist was written by a newer version of this program. Use that version.</source>
   <translation>已儲存的工作清單由較新版本的程式寫入。請使用該版本。</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: another program is using its file.</source>
   <translation>無法儲存工作清單：其他程式正在使用其檔案。</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: its file cannot be written.</source>
   <translation>無法儲存工作清單：其檔案無法寫入。</translation>
  </message>
  <message>
   <source>The worklist cannot be saved: the disk is full.</source>
   <translation>無法儲存工作清單：磁碟已滿。</translation>
  </message>
  <message>
   <source>The worklist is closed.</source>
   <translation>工作清單已關閉。</translation>
  </message>
  <message>
   <source>There is no second opinion: the model {0} is not installed.</source>
   <translation>無第二意見：未安裝模型 {0}。</translation>
  </message>
  <message>
   <source>This did not work. The log says more.</source>
   <translation>未能完成。詳見記錄。</translation>
  </message>
  <message>
   <source>Today's copy of the worklist could not be written; the worklist itself is safe.</source>
   <translation>無法寫入今天的工作清單副本；工作清單本身安全無虞。</translation>
  </message>
  <message>
   <source>Window {0}</source>
   <translation>窗值 {0}</translation>
  </message>
  <message>
   <source>YBR_FULL_422 pixels with an odd number of columns</source>
   <translation>YBR_FULL_422 像素的行數為奇數</translation>
  </message>
  <message>
   <source>a DICOM directory, not an image</source>
   <translation>DICOM 目錄，非影像</translation>
  </message>
  <message>
   <source>a DICOM file that holds no data set</source>
   <translation>不含資料集的 DICOM 檔</translation>
  </message>
  <message>
   <source>a DICOM object that is no radiograph ({0})</source>
   <translation>非 X 光片的 DICOM 物件（{0}）</translation>
  </message>
  <message>
   <source>a DICOM object without an image</source>
   <translation>不含影像的 DICOM 物件</translation>
  </message>
  <message>
   <source>a DICOM object without an image ({0})</source>
   <translation>不含影像的 DICOM 物件（{0}）</translation>
  </message>
  <message>
   <source>a colour image, shown as grey</source>
   <translation>彩色影像，以灰階顯示</translation>
  </message>
  <message>
   <source>a device, not a file</source>
   <translation>裝置，非檔案</translation>
  </message>
  <message>
   <source>a file of zeros</source>
   <translation>全為零的檔案</translation>
  </message>
  <message>
   <source>a folder, not a file</source>
   <translation>資料夾，非檔案</translation>
  </message>
  <message>
   <source>a link, which is not followed</source>
   <translation>連結，不予追蹤</translation>
  </message>
  <message>
   <source>a lossless JPEG, which is not read</source>
   <translation>無失真 JPEG，無法讀取</translation>
  </message>
  <message>
   <source>a model file does not match its card; please install the model again</source>
   <translation>模型檔與其卡片不符；請重新安裝模型</translation>
  </message>
  <message>
   <source>a model file is missing or cannot be read</source>
   <translation>模型檔遺失或無法讀取</translation>
  </message>
  <message>
   <source>a pipe, not a file</source>
   <translation>管道，非檔案</translation>
  </message>
  <message>
   <source>a socket, not a file</source>
   <translation>通訊端，非檔案</translation>
  </message>
  <message>
   <source>a text</source>
   <translation>文字檔</translation>
  </message>
  <message>
   <source>a web page</source>
   <translation>網頁</translation>
  </message>
  <message>
   <source>a {0} file; DICOM, PNG, JPEG and TIFF are read</source>
   <translation>{0} 檔；可讀取 DICOM、PNG、JPEG 與 TIFF</translation>
  </message>
  <message>
   <source>an animated image</source>
   <translation>動態影像</translation>
  </message>
  <message>
   <source>an arithmetic or hierarchical JPEG, which is not read</source>
   <translation>算術或階層式 JPEG，無法讀取</translation>
  </message>
  <message>
   <source>an image of several pages</source>
   <translation>多頁影像</translation>
  </message>
  <message>
   <source>another file of this study has the same instance UID and other content</source>
   <translation>此檢查的另一個檔案有相同的 instance UID，但內容不同</translation>
  </message>
  <message>
   <source>another study here has this patient ID with another name or birth date</source>
   <translation>此處另一項檢查有相同的病人 ID，但姓名或出生日期不同</translation>
  </message>
  <message>
   <source>bits above those stored were ignored</source>
   <translation>已忽略儲存位元以上的位元</translation>
  </message>
  <message>
   <source>black and white are exchanged</source>
   <translation>黑白反轉</translation>
  </message>
  <message>
   <source>floating-point TIFF, which is not read</source>
   <translation>浮點 TIFF，無法讀取</translation>
  </message>
  <message>
   <source>floating-point pixels are not read</source>
   <translation>無法讀取浮點像素</translation>
  </message>
  <message>
   <source>high bit {0} with {1} bits stored</source>
   <translation>最高位元 {0}，儲存 {1} 位元</translation>
  </message>
  <message>
   <source>it could not be computed</source>
   <translation>無法計算</translation>
  </message>
  <message>
   <source>lateral view</source>
   <translation>側面照</translation>
  </message>
  <message>
   <source>multi-frame image ({0} frames)</source>
   <translation>多影格影像（{0} 格）</translation>
  </message>
  <message>
   <source>needs torch and pytorch-grad-cam, which are not installed</source>
   <translation>需要 torch 與 pytorch-grad-cam，但未安裝</translation>
  </message>
  <message>
   <source>no image content</source>
   <translation>無影像內容</translation>
  </message>
  <message>
   <source>no image content: every pixel has the same value</source>
   <translation>無影像內容：所有像素的值相同</translation>
  </message>
  <message>
   <source>no image content: every pixel is padding</source>
   <translation>無影像內容：所有像素皆為填充</translation>
  </message>
  <message>
   <source>no image content: {0} × {1} pixels are a strip, not a radiograph</source>
   <translation>無影像內容：{0} × {1} 像素為長條，非 X 光片</translation>
  </message>
  <message>
   <source>no image content: {0} × {1} pixels are too few</source>
   <translation>無影像內容：{0} × {1} 像素過少</translation>
  </message>
  <message>
   <source>no model is installed</source>
   <translation>未安裝模型</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>沒有讀取檔案的權限</translation>
  </message>
  <message>
   <source>no study date; the {0} date is shown</source>
   <translation>無檢查日期；顯示 {0} 日期</translation>
  </message>
  <message>
   <source>not a DICOM file</source>
   <translation>非 DICOM 檔</translation>
  </message>
  <message>
   <source>not a DICOM, PNG, JPEG or TIFF file</source>
   <translation>非 DICOM、PNG、JPEG 或 TIFF 檔</translation>
  </message>
  <message>
   <source>not a chest radiograph</source>
   <translation>非胸部 X 光片</translation>
  </message>
  <message>
   <source>not enough memory to read this image</source>
   <translation>記憶體不足，無法讀取此影像</translation>
  </message>
  <message>
   <source>not enough shared memory for this image</source>
   <translation>共用記憶體不足以處理此影像</translation>
  </message>
  <message>
   <source>not recognised as a frontal chest radiograph</source>
   <translation>無法辨識為正面胸部 X 光片</translation>
  </message>
  <message>
   <source>only one lung was found</source>
   <translation>只找到一側肺</translation>
  </message>
  <message>
   <source>overlay planes are not drawn</source>
   <translation>不繪製覆疊平面</translation>
  </message>
  <message>
   <source>photometric interpretation {0} is not read</source>
   <translation>無法讀取光度解讀 {0}</translation>
  </message>
  <message>
   <source>raw detector values, not processed for reading</source>
   <translation>偵測器原始數值，未經判讀處理</translation>
  </message>
  <message>
   <source>reading took longer than {0} seconds</source>
   <translation>讀取超過 {0} 秒</translation>
  </message>
  <message>
   <source>reading was stopped</source>
   <translation>讀取已停止</translation>
  </message>
  <message>
   <source>scoring it takes more memory than is allowed</source>
   <translation>評分所需記憶體超過允許的上限</translation>
  </message>
  <message>
   <source>some text is in a character set that the file does not state</source>
   <translation>部分文字使用檔案未註明的字元集</translation>
  </message>
  <message>
   <source>stored mirrored</source>
   <translation>以鏡像儲存</translation>
  </message>
  <message>
   <source>stored on its side</source>
   <translation>以側躺方向儲存</translation>
  </message>
  <message>
   <source>stored upside down</source>
   <translation>以顛倒方向儲存</translation>
  </message>
  <message>
   <source>test split</source>
   <translation>測試集</translation>
  </message>
  <message>
   <source>test split without children; the same collections as in training</source>
   <translation>不含兒童的測試集；與訓練相同的資料集</translation>
  </message>
  <message>
   <source>text is burned into the image</source>
   <translation>影像中嵌有文字</translation>
  </message>
  <message>
   <source>the bits stored are not stated</source>
   <translation>未註明儲存位元數</translation>
  </message>
  <message>
   <source>the colour palette is missing or damaged</source>
   <translation>調色盤遺失或損壞</translation>
  </message>
  <message>
   <source>the colours of the compressed pixel data differ in depth</source>
   <translation>壓縮像素資料的各色深度不同</translation>
  </message>
  <message>
   <source>the compressed data set grows beyond {0} MB</source>
   <translation>壓縮資料集超過 {0} MB</translation>
  </message>
  <message>
   <source>the compressed data set is damaged</source>
   <translation>壓縮資料集損壞</translation>
  </message>
  <message>
   <source>the compressed pixel data are cut short</source>
   <translation>壓縮像素資料不完整</translation>
  </message>
  <message>
   <source>the compressed pixel data are damaged</source>
   <translation>壓縮像素資料損壞</translation>
  </message>
  <message>
   <source>the compressed pixel data are damaged or cut short</source>
   <translation>壓縮像素資料損壞或不完整</translation>
  </message>
  <message>
   <source>the compressed pixel data are larger than a file may be</source>
   <translation>壓縮像素資料超過檔案上限</translation>
  </message>
  <message>
   <source>the compressed pixel data are of no known kind</source>
   <translation>壓縮像素資料種類不明</translation>
  </message>
  <message>
   <source>the compressed pixel data have {0} planes of bytes, not {1}</source>
   <translation>壓縮像素資料有 {0} 個位元組平面，而非 {1}</translation>
  </message>
  <message>
   <source>the compute device does not work with this model</source>
   <translation>運算裝置無法執行此模型</translation>
  </message>
  <message>
   <source>the compute device failed</source>
   <translation>運算裝置故障</translation>
  </message>
  <message>
   <source>the decoder ended unexpectedly while reading this file</source>
   <translation>解碼器在讀取此檔案時意外結束</translation>
  </message>
  <message>
   <source>the drive could not read the file</source>
   <translation>磁碟機無法讀取檔案</translation>
  </message>
  <message>
   <source>the engine stopped again and again</source>
   <translation>引擎一再停止</translation>
  </message>
  <message>
   <source>the engine stopped twice on this file</source>
   <translation>引擎在此檔案停止兩次</translation>
  </message>
  <message>
   <source>the file cannot be opened</source>
   <translation>無法開啟檔案</translation>
  </message>
  <message>
   <source>the file cannot be read</source>
   <translation>無法讀取檔案</translation>
  </message>
  <message>
   <source>the file does not state its transfer syntax</source>
   <translation>檔案未註明傳輸語法</translation>
  </message>
  <message>
   <source>the file holds no compressed pixel data</source>
   <translation>檔案不含壓縮像素資料</translation>
  </message>
  <message>
   <source>the file holds no pixel data</source>
   <translation>檔案不含像素資料</translation>
  </message>
  <message>
   <source>the file is as good as empty ({0} byte)</source>
   <translation>檔案幾乎是空的（{0} 位元組）</translation>
  </message>
  <message>
   <source>the file is as good as empty ({0} bytes)</source>
   <translation>檔案幾乎是空的（{0} 位元組）</translation>
  </message>
  <message>
   <source>the file is cut short in its header</source>
   <translation>檔案標頭不完整</translation>
  </message>
  <message>
   <source>the file is cut short or damaged in its header</source>
   <translation>檔案標頭不完整或損壞</translation>
  </message>
  <message>
   <source>the file is damaged</source>
   <translation>檔案損壞</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>檔案是空的</translation>
  </message>
  <message>
   <source>the file is larger than {0} MB</source>
   <translation>檔案大於 {0} MB</translation>
  </message>
  <message>
   <source>the file is no longer there</source>
   <translation>檔案已不存在</translation>
  </message>
  <message>
   <source>the file is set aside: reading it failed twice</source>
   <translation>檔案已擱置：讀取失敗兩次</translation>
  </message>
  <message>
   <source>the file's name cannot be opened</source>
   <translation>無法以此檔名開啟</translation>
  </message>
  <message>
   <source>the film is upside down</source>
   <translation>影像上下顛倒</translation>
  </message>
  <message>
   <source>the film is upside down and black and white are exchanged</source>
   <translation>影像上下顛倒且黑白反轉</translation>
  </message>
  <message>
   <source>the film lies on its side</source>
   <translation>影像側躺</translation>
  </message>
  <message>
   <source>the film lies on its side and black and white are exchanged</source>
   <translation>影像側躺且黑白反轉</translation>
  </message>
  <message>
   <source>the header contradicts itself: {0}</source>
   <translation>標頭自相矛盾：{0}</translation>
  </message>
  <message>
   <source>the header describes {0} bytes of pixel data, the file holds {1}</source>
   <translation>標頭載明 {0} 位元組像素資料，檔案只有 {1}</translation>
  </message>
  <message>
   <source>the header does not state its {0}</source>
   <translation>標頭未註明 {0}</translation>
  </message>
  <message>
   <source>the header has too many elements</source>
   <translation>標頭元素過多</translation>
  </message>
  <message>
   <source>the header names another body part: {0}</source>
   <translation>標頭註明其他部位：{0}</translation>
  </message>
  <message>
   <source>the header names another modality: {0}</source>
   <translation>標頭註明其他儀器類別：{0}</translation>
  </message>
  <message>
   <source>the header says lateral view</source>
   <translation>標頭註明為側面照</translation>
  </message>
  <message>
   <source>the header says that there are {0} frames</source>
   <translation>標頭註明有 {0} 格</translation>
  </message>
  <message>
   <source>the header states several values for its {0}</source>
   <translation>標頭對 {0} 註明多個值</translation>
  </message>
  <message>
   <source>the header states {0} for its {1}</source>
   <translation>標頭對 {1} 註明 {0}</translation>
  </message>
  <message>
   <source>the image decoder could not be started</source>
   <translation>無法啟動影像解碼器</translation>
  </message>
  <message>
   <source>the image gives no model input</source>
   <translation>影像無法產生模型輸入</translation>
  </message>
  <message>
   <source>the image looks mirrored, or the heart lies on the right</source>
   <translation>影像似為鏡像，或為右位心</translation>
  </message>
  <message>
   <source>the image needs more memory than there is</source>
   <translation>影像所需記憶體超過現有</translation>
  </message>
  <message>
   <source>the image's size contradicts its header</source>
   <translation>影像大小與標頭不符</translation>
  </message>
  <message>
   <source>the installed torch cannot use this graphics card</source>
   <translation>已安裝的 torch 無法使用此顯示卡</translation>
  </message>
  <message>
   <source>the lung model is not installed</source>
   <translation>未安裝肺部模型</translation>
  </message>
  <message>
   <source>the lungs are cut off at the edge of the picture</source>
   <translation>肺部在影像邊緣被截斷</translation>
  </message>
  <message>
   <source>the lungs were not found</source>
   <translation>找不到肺部</translation>
  </message>
  <message>
   <source>the lungs were not found: the middle of the image was scored</source>
   <translation>找不到肺部：已評分影像中央</translation>
  </message>
  <message>
   <source>the middle is darker than the sides, as in a negative</source>
   <translation>中央較兩側暗，如同負片</translation>
  </message>
  <message>
   <source>the modality look-up table of the file cannot be used</source>
   <translation>檔案的儀器查找表無法使用</translation>
  </message>
  <message>
   <source>the model gave no number</source>
   <translation>模型未給出數值</translation>
  </message>
  <message>
   <source>the model gave no number for this image</source>
   <translation>模型未給出此影像的數值</translation>
  </message>
  <message>
   <source>the number of frames cannot be read</source>
   <translation>無法讀取影格數</translation>
  </message>
  <message>
   <source>the photometric interpretation is missing</source>
   <translation>缺少光度解讀</translation>
  </message>
  <message>
   <source>the photometric interpretation is not stated; taken as MONOCHROME2</source>
   <translation>未註明光度解讀；視為 MONOCHROME2</translation>
  </message>
  <message>
   <source>the pixel data and the header disagree about negative values</source>
   <translation>像素資料與標頭對負值的說明不一</translation>
  </message>
  <message>
   <source>the pixel data are cut short</source>
   <translation>像素資料不完整</translation>
  </message>
  <message>
   <source>the pixel data are cut short ({0} of {1} bytes)</source>
   <translation>像素資料不完整（{1} 位元組中的 {0}）</translation>
  </message>
  <message>
   <source>the pixel data are longer than the header says</source>
   <translation>像素資料比標頭所載更長</translation>
  </message>
  <message>
   <source>the pixel data are not encoded as {0}, as the header says</source>
   <translation>像素資料並非如標頭所載以 {0} 編碼</translation>
  </message>
  <message>
   <source>the pixel data are {0}, the header says {1}</source>
   <translation>像素資料為 {0}，標頭載明 {1}</translation>
  </message>
  <message>
   <source>the pixel data have {0} bits, the header allocates {1}</source>
   <translation>像素資料為 {0} 位元，標頭配置 {1}</translation>
  </message>
  <message>
   <source>the pixel data have {0} bits, the header says {1}</source>
   <translation>像素資料為 {0} 位元，標頭載明 {1}</translation>
  </message>
  <message>
   <source>the pixel data have {0} samples per pixel, the header says {1}</source>
   <translation>像素資料每像素 {0} 樣本，標頭載明 {1}</translation>
  </message>
  <message>
   <source>the pixel spacing makes no sense</source>
   <translation>像素間距不合理</translation>
  </message>
  <message>
   <source>the pixels are not square</source>
   <translation>像素非正方形</translation>
  </message>
  <message>
   <source>the rescale slope or intercept makes no sense and is not used</source>
   <translation>重標斜率或截距不合理，未使用</translation>
  </message>
  <message>
   <source>the scoring engine is not ready</source>
   <translation>評分引擎尚未就緒</translation>
  </message>
  <message>
   <source>the scoring engine was started anew</source>
   <translation>評分引擎已重新啟動</translation>
  </message>
  <message>
   <source>the second opinion gave no number</source>
   <translation>第二意見未給出數值</translation>
  </message>
  <message>
   <source>the test split</source>
   <translation>測試集</translation>
  </message>
  <message>
   <source>the triage edition computes on the processor; the full edition can use a graphics card</source>
   <translation>分流版以處理器運算；完整版可使用顯示卡</translation>
  </message>
  <message>
   <source>the view stands in the patient position</source>
   <translation>投照方向記於病人體位中</translation>
  </message>
  <message>
   <source>the {0} file holds no pixels</source>
   <translation>{0} 檔不含像素</translation>
  </message>
  <message>
   <source>the {0} file is cut short</source>
   <translation>{0} 檔不完整</translation>
  </message>
  <message>
   <source>the {0} file is damaged</source>
   <translation>{0} 檔損壞</translation>
  </message>
  <message>
   <source>there is not enough memory</source>
   <translation>記憶體不足</translation>
  </message>
  <message>
   <source>this computer has no Apple graphics processor</source>
   <translation>這部電腦沒有 Apple 圖形處理器</translation>
  </message>
  <message>
   <source>this computer has no NVIDIA graphics card that the driver offers</source>
   <translation>這部電腦沒有驅動程式可用的 NVIDIA 顯示卡</translation>
  </message>
  <message>
   <source>this model is not installed</source>
   <translation>此模型未安裝</translation>
  </message>
  <message>
   <source>took longer than {0} s</source>
   <translation>耗時超過 {0} 秒</translation>
  </message>
  <message>
   <source>torch cannot be loaded on this computer</source>
   <translation>這部電腦無法載入 torch</translation>
  </message>
  <message>
   <source>transfer syntax {0} is not read</source>
   <translation>無法讀取傳輸語法 {0}</translation>
  </message>
  <message>
   <source>transparent parts are shown black</source>
   <translation>透明部分以黑色顯示</translation>
  </message>
  <message>
   <source>turned as its EXIF orientation says</source>
   <translation>已依 EXIF 方向旋轉</translation>
  </message>
  <message>
   <source>unlike the images that the model learned from</source>
   <translation>與模型學習的影像不相似</translation>
  </message>
  <message>
   <source>what was found does not have the form of two lungs</source>
   <translation>所找到的不具雙肺形狀</translation>
  </message>
  <message>
   <source>{0} Results are shown but may be lost.</source>
   <translation>{0} 結果已顯示，但可能遺失。</translation>
  </message>
  <message>
   <source>{0} bits per pixel; 8 and 16 are read</source>
   <translation>每像素 {0} 位元；可讀取 8 與 16</translation>
  </message>
  <message>
   <source>{0} bits stored of {1} allocated</source>
   <translation>配置 {1} 位元而儲存 {0} 位元</translation>
  </message>
  <message>
   <source>{0} with pixels of kind {1}, which are not read</source>
   <translation>{0} 的像素種類為 {1}，無法讀取</translation>
  </message>
  <message>
   <source>{0} with {1} samples per pixel</source>
   <translation>{0}，每像素 {1} 樣本</translation>
  </message>
  <message>
   <source>{0} × {1} pixels are more than the limit of {2} megapixels</source>
   <translation>{0} × {1} 像素超過 {2} 百萬像素的上限</translation>
  </message>
  <message>
   <source>{0}, not an image</source>
   <translation>{0}，非影像</translation>
  </message>
  <message>
   <source>{0}: the model for it is not installed.</source>
   <translation>{0}：未安裝所需的模型。</translation>
  </message>
 </context>
 <context>
  <name>recipe_keys</name>
  <message>
   <source>How often every training image is seen. Time grows with it; with too many the model learns its images by heart.</source>
   <translation>每張訓練影像被看的次數。時間隨之增加；太多則模型會背下影像。</translation>
  </message>
  <message>
   <source>Images per step. A larger batch is quicker and needs more memory; halve it where memory runs out.</source>
   <translation>每步的影像數。批次越大越快但需更多記憶體；記憶體不足時減半。</translation>
  </message>
  <message>
   <source>Side of the picture that the network sees. A larger one shows finer detail; time grows with its square.</source>
   <translation>網路所見影像的邊長。越大細節越細；時間以平方增加。</translation>
  </message>
  <message>
   <source>Size of a step. Too large and the loss jumps, too small and nothing is learnt. Try a third of it, or three times as much.</source>
   <translation>步伐大小。太大則損失跳動，太小則學不到。試試三分之一或三倍。</translation>
  </message>
  <message>
   <source>phase {0}</source>
   <translation>階段 {0}</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation>{0}，{1}</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}：{1}</translation>
  </message>
 </context>
 <context>
  <name>report_plots</name>
  <message>
   <source>1 − specificity</source>
   <translation>1 − 特異度</translation>
  </message>
  <message>
   <source>AUC not known</source>
   <translation>AUC 未知</translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation>AUC {0}</translation>
  </message>
  <message>
   <source>After: expected calibration error</source>
   <translation>之後：預期校準誤差</translation>
  </message>
  <message>
   <source>Area under the curve with its 95 % interval</source>
   <translation>曲線下面積與 95 % 信賴區間</translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation>平均精確率</translation>
  </message>
  <message>
   <source>Before: expected calibration error</source>
   <translation>之前：預期校準誤差</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>精確率</translation>
  </message>
  <message>
   <source>Precision and recall</source>
   <translation>精確率與召回率</translation>
  </message>
  <message>
   <source>Probabilities</source>
   <translation>機率</translation>
  </message>
  <message>
   <source>Probability</source>
   <translation>機率</translation>
  </message>
  <message>
   <source>Probability that was given</source>
   <translation>給出的機率</translation>
  </message>
  <message>
   <source>ROC</source>
   <translation>ROC</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>可靠度</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>敏感度</translation>
  </message>
  <message>
   <source>Sensitivity (recall)</source>
   <translation>敏感度（召回率）</translation>
  </message>
  <message>
   <source>Share of images</source>
   <translation>影像比例</translation>
  </message>
  <message>
   <source>Share that was right</source>
   <translation>正確的比例</translation>
  </message>
  <message>
   <source>after, {0}</source>
   <translation>之後，{0}</translation>
  </message>
  <message>
   <source>average precision {0}</source>
   <translation>平均精確率 {0}</translation>
  </message>
  <message>
   <source>before, ECE {0}</source>
   <translation>之前，ECE {0}</translation>
  </message>
  <message>
   <source>with</source>
   <translation>有</translation>
  </message>
  <message>
   <source>without</source>
   <translation>無</translation>
  </message>
  <message>
   <source>{0} images with {1}, {2} without</source>
   <translation>{0} 張有{1}，{2} 張無</translation>
  </message>
 </context>
 <context>
  <name>report_tables</name>
  <message>
   <source>Called {0}</source>
   <translation>判定為{0}</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>Operating points</source>
   <translation>操作點</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>正確</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>敏感度</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>特異度</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>閾值</translation>
  </message>
  <message>
   <source>{0}: {1} with, {2} without</source>
   <translation>{0}：{1} 有，{2} 無</translation>
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
   <translation>準確率</translation>
  </message>
  <message>
   <source>At {0}</source>
   <translation>於 {0}</translation>
  </message>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>精確率</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <source>Test accuracy</source>
   <translation>測試準確率</translation>
  </message>
  <message>
   <source>Training accuracy</source>
   <translation>訓練準確率</translation>
  </message>
  <message>
   <source>{0} sensitivity, {1} specificity</source>
   <translation>敏感度 {0}，特異度 {1}</translation>
  </message>
 </context>
 <context>
  <name>second_opinion</name>
  <message>
   <source>Hidden until your impression of the study is recorded.</source>
   <translation>記錄您對此檢查的印象前隱藏。</translation>
  </message>
  <message>
   <source>No comparison: the second model is about another class.</source>
   <translation>無法比較：第二模型針對其他類別。</translation>
  </message>
  <message>
   <source>No second opinion yet: the study is being scored.</source>
   <translation>尚無第二意見：檢查評分中。</translation>
  </message>
  <message>
   <source>No second opinion yet: the study waits to be scored.</source>
   <translation>尚無第二意見：檢查等待評分。</translation>
  </message>
  <message>
   <source>No second opinion: the study was not scored.</source>
   <translation>無第二意見：檢查未評分。</translation>
  </message>
  <message>
   <source>No second opinion: this study was scored by one model alone.</source>
   <translation>無第二意見：此檢查僅由一個模型評分。</translation>
  </message>
  <message>
   <source>The two models are far apart: {0}.</source>
   <translation>兩個模型相差甚大：{0}。</translation>
  </message>
  <message>
   <source>The two models are {0} apart: {1}.</source>
   <translation>兩個模型相差 {0}：{1}。</translation>
  </message>
  <message>
   <source>The two models disagree by {0}: {1}.</source>
   <translation>兩個模型分歧 {0}：{1}。</translation>
  </message>
  <message>
   <source>The two models disagree: {0}.</source>
   <translation>兩個模型分歧：{0}。</translation>
  </message>
  <message>
   <source>above both</source>
   <translation>高於兩者</translation>
  </message>
  <message>
   <source>below both</source>
   <translation>低於兩者</translation>
  </message>
  <message>
   <source>between</source>
   <translation>介於兩者</translation>
  </message>
  <message>
   <source>looks for other classes</source>
   <translation>偵測其他類別</translation>
  </message>
  <message>
   <source>{0}, agrees</source>
   <translation>{0}，一致</translation>
  </message>
  <message>
   <source>{0}, disagrees</source>
   <translation>{0}，分歧</translation>
  </message>
  <message>
   <source>{0}, far apart</source>
   <translation>{0}，相差甚大</translation>
  </message>
  <message>
   <source>{0}, one band higher</source>
   <translation>{0}，高一級</translation>
  </message>
  <message>
   <source>{0}, one band lower</source>
   <translation>{0}，低一級</translation>
  </message>
 </context>
 <context>
  <name>shortcut_test</name>
  <message>
   <source>A strip along all four sides is filled from what lies beside it. A number that falls with it rested on the edge of the film, not on the lungs.</source>
   <translation>四邊的條帶以鄰近內容填補。若數值隨之下降，表示它依據的是影像邊緣而非肺部。</translation>
  </message>
  <message>
   <source>Borders masked</source>
   <translation>遮蔽邊框</translation>
  </message>
  <message>
   <source>Everything outside the lungs becomes black.</source>
   <translation>肺部以外全部變黑。</translation>
  </message>
  <message>
   <source>Markers masked</source>
   <translation>遮蔽標記</translation>
  </message>
  <message>
   <source>On its test images the AUC for {0} fell from {1} to {2} with all but the lungs blackened.</source>
   <translation>在其測試影像上，肺部以外塗黑後，{0}的 AUC 由 {1} 降至 {2}。</translation>
  </message>
  <message>
   <source>On its test images the AUC for {0} was {1}, and {2} with all but the lungs blackened.</source>
   <translation>在其測試影像上，{0}的 AUC 為 {1}，肺部以外塗黑後為 {2}。</translation>
  </message>
  <message>
   <source>Only lungs left</source>
   <translation>只留肺部</translation>
  </message>
  <message>
   <source>The corners and bright letters beside the chest are filled from what lies around them. A number that falls with them rested on the markers of a hospital.</source>
   <translation>角落與胸部旁的亮字以周圍內容填補。若數值隨之下降，表示它依據的是醫院標記。</translation>
  </message>
  <message>
   <source>This model never learned from black surroundings, so this is only a hint.</source>
   <translation>此模型從未以黑色背景學習，因此僅供參考。</translation>
  </message>
  <message>
   <source>not tested: {0}</source>
   <translation>未測試：{0}</translation>
  </message>
  <message>
   <source>the model has been changed</source>
   <translation>模型已變更</translation>
  </message>
 </context>
 <context>
  <name>statistics</name>
  <message>
   <source>1 study</source>
   <translation>1 項檢查</translation>
  </message>
  <message>
   <source>Reader agrees</source>
   <translation>判讀者同意</translation>
  </message>
  <message>
   <source>Reader agrees about {0}</source>
   <translation>判讀者同意對{0}的判斷</translation>
  </message>
  <message>
   <source>Sensitivity at {0}</source>
   <translation>{0} 時的敏感度</translation>
  </message>
  <message>
   <source>Specificity at {0}</source>
   <translation>{0} 時的特異度</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>{0:.1f} s</source>
   <translation>{0:.1f} 秒</translation>
  </message>
  <message>
   <source>{0} h {1:02d} min</source>
   <translation>{0} 小時 {1:02d} 分</translation>
  </message>
  <message>
   <source>{0} min {1:02d} s</source>
   <translation>{0} 分 {1:02d} 秒</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}／{1}</translation>
  </message>
  <message>
   <source>{0} studies</source>
   <translation>{0} 項檢查</translation>
  </message>
  <message>
   <source>{0}: too few to say</source>
   <translation>{0}：數量太少無法判定</translation>
  </message>
 </context>
 <context>
  <name>training_events</name>
  <message>
   <source> (now {0})</source>
   <translation>（目前 {0}）</translation>
  </message>
  <message>
   <source> or a smaller image.</source>
   <translation>或較小的影像。</translation>
  </message>
  <message>
   <source>, {0} parameters learn</source>
   <translation>，{0} 個參數學習</translation>
  </message>
  <message>
   <source>AUC {0}</source>
   <translation>AUC {0}</translation>
  </message>
  <message>
   <source>Epoch {0}</source>
   <translation>週期 {0}</translation>
  </message>
  <message>
   <source>Epoch {0} is the best so far, saved</source>
   <translation>週期 {0} 為目前最佳，已儲存</translation>
  </message>
  <message>
   <source>Failed: {0}</source>
   <translation>失敗：{0}</translation>
  </message>
  <message>
   <source>Finished. Best epoch: {0}</source>
   <translation>完成。最佳週期：{0}</translation>
  </message>
  <message>
   <source>Go back to the data: the folder or the classes need a change.</source>
   <translation>請返回資料：資料夾或類別需要變更。</translation>
  </message>
  <message>
   <source>Go back to the settings and choose a lower learning rate.</source>
   <translation>請返回設定並選擇較低的學習率。</translation>
  </message>
  <message>
   <source>Go back to the settings and choose a smaller batch</source>
   <translation>請返回設定並選擇較小的批次</translation>
  </message>
  <message>
   <source>Go back to the settings and choose other initial weights, or try again online.</source>
   <translation>請返回設定並選擇其他初始權重，或連線後再試。</translation>
  </message>
  <message>
   <source>Goes on from epoch {0} of {1}</source>
   <translation>從週期 {0}／{1} 繼續</translation>
  </message>
  <message>
   <source>Make room on the disk, then go on: everything up to the last checkpoint is kept.</source>
   <translation>請騰出磁碟空間後繼續：上一個檢查點之前的內容皆已保留。</translation>
  </message>
  <message>
   <source>Network {0}, epoch {1}</source>
   <translation>網路 {0}，週期 {1}</translation>
  </message>
  <message>
   <source>Phase “{0}”, {1} epochs</source>
   <translation>階段「{0}」，{1} 個週期</translation>
  </message>
  <message>
   <source>Started with {0} training and {1} validation images</source>
   <translation>以 {0} 張訓練與 {1} 張驗證影像開始</translation>
  </message>
  <message>
   <source>Stopped in epoch {0}; saved, can be resumed</source>
   <translation>於週期 {0} 停止；已儲存，可繼續</translation>
  </message>
  <message>
   <source>The log on the right says what came before. Everything up to the last checkpoint is kept.</source>
   <translation>旁邊的記錄說明先前經過。上一個檢查點之前的內容皆已保留。</translation>
  </message>
  <message>
   <source>loss {0}</source>
   <translation>損失 {0}</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>{0} 小時 {1} 分</translation>
  </message>
  <message>
   <source>{0} min {1} s</source>
   <translation>{0} 分 {1} 秒</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>{0} 秒</translation>
  </message>
 </context>
 <context>
  <name>viewer</name>
  <message>
   <source>A lens under the pointer; the wheel makes it stronger</source>
   <translation>游標下的放大鏡；滾輪可增強</translation>
  </message>
  <message>
   <source>A quarter turn of what you see; neither the file nor its score knows of it</source>
   <translation>將所見旋轉四分之一圈；檔案與評分不受影響</translation>
  </message>
  <message>
   <source>Actual pixels (1:1)</source>
   <translation>實際像素 (1:1)</translation>
  </message>
  <message>
   <source>All, minimal or no text</source>
   <translation>全部、最少或無文字</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>角度</translation>
  </message>
  <message>
   <source>As stored</source>
   <translation>依儲存</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>Automatic window</source>
   <translation>自動窗值</translation>
  </message>
  <message>
   <source>Before the last measurement was made, moved or removed</source>
   <translation>回到上一個量測建立、移動或移除之前</translation>
  </message>
  <message>
   <source>Boxes round the regions of the heat map</source>
   <translation>熱圖區域的外框</translation>
  </message>
  <message>
   <source>Boxes with zones</source>
   <translation>含肺野的外框</translation>
  </message>
  <message>
   <source>By the content of the image, whatever windows the file has</source>
   <translation>依影像內容，不論檔案有何窗值</translation>
  </message>
  <message>
   <source>Cividis (blue, grey, yellow)</source>
   <translation>Cividis（藍、灰、黃）</translation>
  </message>
  <message>
   <source>Compare with prior</source>
   <translation>與先前檢查比較</translation>
  </message>
  <message>
   <source>Copy picture of the view</source>
   <translation>複製檢視圖片</translation>
  </message>
  <message>
   <source>Current</source>
   <translation>目前</translation>
  </message>
  <message>
   <source>Current {0}</source>
   <translation>目前 {0}</translation>
  </message>
  <message>
   <source>Draw below the operating point</source>
   <translation>低於操作點也繪製</translation>
  </message>
  <message>
   <source>Fit to window</source>
   <translation>符合視窗</translation>
  </message>
  <message>
   <source>Full range</source>
   <translation>全範圍</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>全螢幕</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>熱圖</translation>
  </message>
  <message>
   <source>Heat map by the next method</source>
   <translation>以下一種方法繪製熱圖</translation>
  </message>
  <message>
   <source>Heat map of the next class</source>
   <translation>下一類別的熱圖</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高對比</translation>
  </message>
  <message>
   <source>Identity hidden</source>
   <translation>身分已隱藏</translation>
  </message>
  <message>
   <source>Identity left out</source>
   <translation>已略去身分</translation>
  </message>
  <message>
   <source>Image on second screen</source>
   <translation>影像顯示於第二螢幕</translation>
  </message>
  <message>
   <source>Image {0} of {1}</source>
   <translation>影像 {0}／{1}</translation>
  </message>
  <message>
   <source>Images side by side</source>
   <translation>影像並列</translation>
  </message>
  <message>
   <source>Inferno (black, red, yellow)</source>
   <translation>Inferno（黑、紅、黃）</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>反轉</translation>
  </message>
  <message>
   <source>Left and right of what you see change places; neither the file nor its score knows of it</source>
   <translation>所見左右互換；檔案與評分不受影響</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>長度</translation>
  </message>
  <message>
   <source>Link the two images</source>
   <translation>連動兩張影像</translation>
  </message>
  <message>
   <source>Loading</source>
   <translation>載入中</translation>
  </message>
  <message>
   <source>Lungs</source>
   <translation>肺部</translation>
  </message>
  <message>
   <source>Lungs and their zones</source>
   <translation>肺部及其分區</translation>
  </message>
  <message>
   <source>Magma (black, purple, cream)</source>
   <translation>Magma（黑、紫、米）</translation>
  </message>
  <message>
   <source>Magnifier</source>
   <translation>放大鏡</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>熱圖</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>量測</translation>
  </message>
  <message>
   <source>Measure a length</source>
   <translation>量測長度</translation>
  </message>
  <message>
   <source>Measure an angle</source>
   <translation>量測角度</translation>
  </message>
  <message>
   <source>Mediastinum and bones</source>
   <translation>縱膈與骨骼</translation>
  </message>
  <message>
   <source>Mirror view</source>
   <translation>鏡像檢視</translation>
  </message>
  <message>
   <source>Move with the left button</source>
   <translation>以左鍵移動</translation>
  </message>
  <message>
   <source>Next class</source>
   <translation>下一類別</translation>
  </message>
  <message>
   <source>Next method</source>
   <translation>下一種方法</translation>
  </message>
  <message>
   <source>No earlier study of this patient is in the worklist.</source>
   <translation>工作清單中沒有此病人的先前檢查。</translation>
  </message>
  <message>
   <source>No image</source>
   <translation>無影像</translation>
  </message>
  <message>
   <source>No lung outline: the lungs were not found</source>
   <translation>無肺部輪廓：找不到肺部</translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation>未顯示</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>原始</translation>
  </message>
  <message>
   <source>Original beside heat map</source>
   <translation>原始影像與熱圖並列</translation>
  </message>
  <message>
   <source>Outline only</source>
   <translation>僅輪廓</translation>
  </message>
  <message>
   <source>Outline the lungs</source>
   <translation>描繪肺部輪廓</translation>
  </message>
  <message>
   <source>PRIOR</source>
   <translation>先前</translation>
  </message>
  <message>
   <source>PRIOR {0}</source>
   <translation>先前 {0}</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>平移</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>圖片 (*.png)</translation>
  </message>
  <message>
   <source>Picture copied, without patient identity</source>
   <translation>已複製圖片，不含病人身分</translation>
  </message>
  <message>
   <source>Picture saved</source>
   <translation>圖片已儲存</translation>
  </message>
  <message>
   <source>Pixel values</source>
   <translation>像素值</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>剖面</translation>
  </message>
  <message>
   <source>Profile of pixel values along a line</source>
   <translation>沿線的像素值剖面</translation>
  </message>
  <message>
   <source>Profile, pixel values</source>
   <translation>剖面，像素值</translation>
  </message>
  <message>
   <source>Profile, pixel values in {0}</source>
   <translation>剖面，像素值（{0}）</translation>
  </message>
  <message>
   <source>Remove all measurements</source>
   <translation>移除所有量測</translation>
  </message>
  <message>
   <source>Remove last measurement</source>
   <translation>移除上一個量測</translation>
  </message>
  <message>
   <source>Research use only. Not for primary diagnosis.</source>
   <translation>僅供研究使用，不可用於初步診斷。</translation>
  </message>
  <message>
   <source>Reset view</source>
   <translation>重設檢視</translation>
  </message>
  <message>
   <source>Save picture of the view</source>
   <translation>儲存檢視圖片</translation>
  </message>
  <message>
   <source>Save picture of the view…</source>
   <translation>儲存檢視圖片…</translation>
  </message>
  <message>
   <source>Show heat map</source>
   <translation>顯示熱圖</translation>
  </message>
  <message>
   <source>Spacing unknown, lengths in px</source>
   <translation>間距未知，長度以 px 計</translation>
  </message>
  <message>
   <source>Swap black and white</source>
   <translation>反轉黑白</translation>
  </message>
  <message>
   <source>Text over the image</source>
   <translation>影像上的文字</translation>
  </message>
  <message>
   <source>The image in a window of its own on another screen; it follows the worklist</source>
   <translation>影像在另一螢幕的獨立視窗中；隨工作清單變動</translation>
  </message>
  <message>
   <source>The image twice, with and without the heat map</source>
   <translation>影像顯示兩次，有與無熱圖</translation>
  </message>
  <message>
   <source>The latest earlier study of the same patient beside this one</source>
   <translation>同一病人最近的先前檢查與此並列</translation>
  </message>
  <message>
   <source>The line round the regions without their colours</source>
   <translation>僅繪區域輪廓線，不上色</translation>
  </message>
  <message>
   <source>The measurement under the pointer, else the last one</source>
   <translation>游標下的量測，否則為最後一個</translation>
  </message>
  <message>
   <source>The picture could not be written there. Please choose another folder.</source>
   <translation>圖片無法寫入該處。請選擇其他資料夾。</translation>
  </message>
  <message>
   <source>There is no image to copy.</source>
   <translation>沒有可複製的影像。</translation>
  </message>
  <message>
   <source>There is no image to save.</source>
   <translation>沒有可儲存的影像。</translation>
  </message>
  <message>
   <source>There is only one screen.</source>
   <translation>只有一個螢幕。</translation>
  </message>
  <message>
   <source>This study has no date, so no prior of the patient can be told from later studies.</source>
   <translation>此檢查沒有日期，因此無法區分先前與之後的檢查。</translation>
  </message>
  <message>
   <source>This study has no patient ID, so no prior of the patient can be told from others.</source>
   <translation>此檢查沒有病人 ID，因此無法辨識該病人的先前檢查。</translation>
  </message>
  <message>
   <source>This study has one image only.</source>
   <translation>此檢查只有一張影像。</translation>
  </message>
  <message>
   <source>Turn the view</source>
   <translation>旋轉檢視</translation>
  </message>
  <message>
   <source>Turn view left</source>
   <translation>檢視向左轉</translation>
  </message>
  <message>
   <source>Turn view right</source>
   <translation>檢視向右轉</translation>
  </message>
  <message>
   <source>Two images of the study beside each other</source>
   <translation>檢查的兩張影像並列</translation>
  </message>
  <message>
   <source>Undo measurement</source>
   <translation>復原量測</translation>
  </message>
  <message>
   <source>Value, stored value and place beside the pointer</source>
   <translation>游標旁顯示數值、儲存值與位置</translation>
  </message>
  <message>
   <source>View mirrored, left and right exchanged</source>
   <translation>檢視為鏡像，左右互換</translation>
  </message>
  <message>
   <source>View rotated 180°</source>
   <translation>檢視旋轉 180°</translation>
  </message>
  <message>
   <source>View rotated 90° left</source>
   <translation>檢視向左旋轉 90°</translation>
  </message>
  <message>
   <source>View rotated 90° right</source>
   <translation>檢視向右旋轉 90°</translation>
  </message>
  <message>
   <source>Viridis (blue, green, yellow)</source>
   <translation>Viridis（藍、綠、黃）</translation>
  </message>
  <message>
   <source>W/L</source>
   <translation>W/L</translation>
  </message>
  <message>
   <source>What is on the screen as a PNG file; patient identity is left out unless asked for</source>
   <translation>將螢幕內容存為 PNG 檔；除非要求，否則略去病人身分</translation>
  </message>
  <message>
   <source>What is on the screen, without patient identity, to the clipboard</source>
   <translation>將螢幕內容（不含病人身分）複製到剪貼簿</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>窗值</translation>
  </message>
  <message>
   <source>Window and level</source>
   <translation>窗寬與窗位</translation>
  </message>
  <message>
   <source>Window preset {0}</source>
   <translation>預設窗值 {0}</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>預設窗值</translation>
  </message>
  <message>
   <source>Window, inversion, turn and zoom as at first</source>
   <translation>窗值、反轉、旋轉與縮放回復原狀</translation>
  </message>
  <message>
   <source>Window, zoom and place of two images follow each other</source>
   <translation>兩張影像的窗值、縮放與位置彼此連動</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>縮放</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>放大</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>縮小</translation>
  </message>
  <message>
   <source>Zoom with the left button</source>
   <translation>以左鍵縮放</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>已反轉</translation>
  </message>
  <message>
   <source>logit</source>
   <translation>logit</translation>
  </message>
  <message>
   <source>max</source>
   <translation>最大</translation>
  </message>
  <message>
   <source>padding</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>relative</source>
   <translation>相對</translation>
  </message>
  <message>
   <source>stored {0}</source>
   <translation>儲存值 {0}</translation>
  </message>
  <message>
   <source>x {0}  y {1} px</source>
   <translation>x {0}  y {1} px</translation>
  </message>
  <message>
   <source>{0} (look-up table)</source>
   <translation>{0}（查找表）</translation>
  </message>
  <message>
   <source>{0} (there is only one)</source>
   <translation>{0}（僅此一個）</translation>
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
   <translation>偵測器處 {0} mm</translation>
  </message>
  <message>
   <source>{0} mm/px at detector (magnified)</source>
   <translation>偵測器處 {0} mm/px（有放大）</translation>
  </message>
  <message>
   <source>{0} mm/px, calibrated</source>
   <translation>{0} mm/px，已校準</translation>
  </message>
  <message>
   <source>{0} px (spacing unknown)</source>
   <translation>{0} px（間距未知）</translation>
  </message>
  <message>
   <source>{0} · name or birth date differs, check the patient</source>
   <translation>{0} · 姓名或出生日期不同，請確認病人</translation>
  </message>
  <message>
   <source>{0}, {1} mm</source>
   <translation>{0}，{1} mm</translation>
  </message>
  <message>
   <source>{0}, {1} mm at detector</source>
   <translation>{0}，偵測器處 {1} mm</translation>
  </message>
  <message>
   <source>{0}, {1} of both lungs</source>
   <translation>{0}，佔雙肺 {1}</translation>
  </message>
  <message>
   <source>{0}, {1} of the left lung</source>
   <translation>{0}，佔左肺 {1}</translation>
  </message>
  <message>
   <source>{0}, {1} of the right lung</source>
   <translation>{0}，佔右肺 {1}</translation>
  </message>
  <message>
   <source>{0}. {1}</source>
   <translation>{0}。{1}</translation>
  </message>
  <message>
   <source>{0}: below the operating point</source>
   <translation>{0}：低於操作點</translation>
  </message>
  <message>
   <source>{0}: below the operating point, map not drawn (press {1} to show)</source>
   <translation>{0}：低於操作點，未繪製熱圖（按 {1} 顯示）</translation>
  </message>
  <message>
   <source>{0}: map not drawn, the model's card gives no scale for it</source>
   <translation>{0}：未繪製熱圖，模型卡未提供尺度</translation>
  </message>
  <message>
   <source>{0}: no heat map for this class</source>
   <translation>{0}：此類別沒有熱圖</translation>
  </message>
  <message>
   <source>{0}: no positive evidence</source>
   <translation>{0}：無陽性證據</translation>
  </message>
  <message>
   <source>{0}: the model has no such class</source>
   <translation>{0}：模型沒有此類別</translation>
  </message>
  <message>
   <source>{0}× of the view</source>
   <translation>檢視的 {0}×</translation>
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
   <translation>急迫度：{0}</translation>
  </message>
  <message>
   <source>Urgency: {0}, set by the reader</source>
   <translation>急迫度：{0}，由判讀者設定</translation>
  </message>
  <message>
   <source>Waits {0}, risen: longer than {1}</source>
   <translation>等待 {0}，已提前：超過 {1}</translation>
  </message>
  <message>
   <source>high</source>
   <translation>高</translation>
  </message>
  <message>
   <source>risen</source>
   <translation>已提前</translation>
  </message>
  <message>
   <source>routine</source>
   <translation>常規</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>Why?</source>
   <translation>為何？</translation>
  </message>
 </context>
 <context>
  <name>wording</name>
  <message>
   <source>Agree</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Disagree</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>In reading</source>
   <translation>判讀中</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>非影像</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>未評分</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>備註</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>已判讀</translation>
  </message>
  <message>
   <source>Score hidden</source>
   <translation>評分已隱藏</translation>
  </message>
  <message>
   <source>Scored</source>
   <translation>已評分</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>評分中</translation>
  </message>
  <message>
   <source>Study {0}</source>
   <translation>檢查 {0}</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>未判讀</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>不確定</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <source>above both operating points</source>
   <translation>高於兩個操作點</translation>
  </message>
  <message>
   <source>below both operating points</source>
   <translation>低於兩個操作點</translation>
  </message>
  <message>
   <source>between the operating points</source>
   <translation>介於兩個操作點之間</translation>
  </message>
  <message>
   <source>frontal chest, usable</source>
   <translation>正面胸部，可用</translation>
  </message>
  <message>
   <source>image</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>已反轉</translation>
  </message>
  <message>
   <source>no operating points</source>
   <translation>無操作點</translation>
  </message>
  <message>
   <source>not asked</source>
   <translation>未詢問</translation>
  </message>
  <message>
   <source>turned 180°</source>
   <translation>旋轉 180°</translation>
  </message>
  <message>
   <source>turned 90° left</source>
   <translation>向左旋轉 90°</translation>
  </message>
  <message>
   <source>turned 90° right</source>
   <translation>向右旋轉 90°</translation>
  </message>
  <message>
   <source>{0} and inverted</source>
   <translation>{0}且反轉</translation>
  </message>
  <message>
   <source>{0} d</source>
   <translation>{0} 天</translation>
  </message>
  <message>
   <source>{0} h {1:02d}</source>
   <translation>{0} 時 {1:02d}</translation>
  </message>
  <message>
   <source>{0} h {1} min left</source>
   <translation>剩餘 {0} 小時 {1} 分</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>{0} 分</translation>
  </message>
  <message>
   <source>{0} min {1} s left</source>
   <translation>剩餘 {0} 分 {1} 秒</translation>
  </message>
  <message>
   <source>{0} mo</source>
   <translation>{0} 個月</translation>
  </message>
  <message>
   <source>{0} s left</source>
   <translation>剩餘 {0} 秒</translation>
  </message>
  <message>
   <source>{0} wk</source>
   <translation>{0} 週</translation>
  </message>
  <message>
   <source>{0} {1}, {2}</source>
   <translation>{0} {1}，{2}</translation>
  </message>
  <message>
   <source>{0}, scored on request</source>
   <translation>{0}，依要求評分</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}：{1}</translation>
  </message>
 </context>
 <context>
  <name>worklist</name>
  <message>
   <source>Accession</source>
   <translation>檢查號</translation>
  </message>
  <message>
   <source>Accession number</source>
   <translation>檢查號</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>年齡</translation>
  </message>
  <message>
   <source>Age and sex</source>
   <translation>年齡與性別</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>檢核</translation>
  </message>
  <message>
   <source>Check of the image</source>
   <translation>影像檢核</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>描述</translation>
  </message>
  <message>
   <source>Diff</source>
   <translation>差異</translation>
  </message>
  <message>
   <source>Disagreement with the second opinion</source>
   <translation>與第二意見的分歧</translation>
  </message>
  <message>
   <source>File</source>
   <translation>檔案</translation>
  </message>
  <message>
   <source>File name</source>
   <translation>檔名</translation>
  </message>
  <message>
   <source>Fold these studies away (click, or ← on one of them)</source>
   <translation>收合這些檢查（按一下，或在其中一項按 ←）</translation>
  </message>
  <message>
   <source>ID</source>
   <translation>ID</translation>
  </message>
  <message>
   <source>Img</source>
   <translation>影像</translation>
  </message>
  <message>
   <source>Impression</source>
   <translation>印象</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>檔案種類</translation>
  </message>
  <message>
   <source>Likeliest of the other classes</source>
   <translation>其他類別中最可能者</translation>
  </message>
  <message>
   <source>Mod</source>
   <translation>儀器</translation>
  </message>
  <message>
   <source>Modality</source>
   <translation>儀器類別</translation>
  </message>
  <message>
   <source>Norm</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>Number of images</source>
   <translation>影像數</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Patient</source>
   <translation>病人</translation>
  </message>
  <message>
   <source>Patient ID</source>
   <translation>病人 ID</translation>
  </message>
  <message>
   <source>Pneu</source>
   <translation>肺炎</translation>
  </message>
  <message>
   <source>Pneumonia</source>
   <translation>肺炎</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>優先</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>判讀者</translation>
  </message>
  <message>
   <source>Reader and time of reading</source>
   <translation>判讀者與判讀時間</translation>
  </message>
  <message>
   <source>Show these studies (click, or → in the list)</source>
   <translation>顯示這些檢查（按一下，或在清單中按 →）</translation>
  </message>
  <message>
   <source>Small picture</source>
   <translation>小圖</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>來源</translation>
  </message>
  <message>
   <source>State</source>
   <translation>狀態</translation>
  </message>
  <message>
   <source>State of reading and scoring</source>
   <translation>判讀與評分狀態</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>檢查</translation>
  </message>
  <message>
   <source>Study date and kind</source>
   <translation>檢查日期與種類</translation>
  </message>
  <message>
   <source>Study description</source>
   <translation>檢查描述</translation>
  </message>
  <message>
   <source>TB</source>
   <translation>結核</translation>
  </message>
  <message>
   <source>Time since the study arrived</source>
   <translation>檢查到達後經過時間</translation>
  </message>
  <message>
   <source>Tuberculosis</source>
   <translation>肺結核</translation>
  </message>
  <message>
   <source>View</source>
   <translation>投照</translation>
  </message>
  <message>
   <source>View and kind of file</source>
   <translation>投照方向與檔案種類</translation>
  </message>
  <message>
   <source>Wait</source>
   <translation>等待</translation>
  </message>
  <message>
   <source>Your impression</source>
   <translation>您的判讀印象</translation>
  </message>
  <message>
   <source>disagree</source>
   <translation>分歧</translation>
  </message>
  <message>
   <source>{0} risk</source>
   <translation>{0}風險</translation>
  </message>
  <message>
   <source>{0}, {1} studies</source>
   <translation>{0}，{1} 項檢查</translation>
  </message>
  <message>
   <source>{0}, {1} studies, folded</source>
   <translation>{0}，{1} 項檢查，已收合</translation>
  </message>
 </context>
</TS>
