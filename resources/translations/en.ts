<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Application</name>
  <message numerus="yes">
   <source>%n folder(s) could not be opened; the rows say why.</source>
   <translation>
    <numerusform>%n folder could not be opened; the rows say why.</numerusform>
    <numerusform>%n folders could not be opened; the rows say why.</numerusform>
   </translation>
  </message>
 </context>
</TS>
