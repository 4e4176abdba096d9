<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>The outlines of %n rows are left out: a table has no place for them.</source>
        <translation>
            <numerusform>The outline of one row is left out: a table has no place for it.</numerusform>
            <numerusform>The outlines of %n rows are left out: a table has no place for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names of fields are shortened (%1); the file …_fields.csv has them in full.</source>
        <translation>
            <numerusform>One name of a field is shortened (%1); the file …_fields.csv has it in full.</numerusform>
            <numerusform>%n names of fields are shortened (%1); the file …_fields.csv has them in full.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts are longer than %1 and are cut.</source>
        <translation>
            <numerusform>One text is longer than %1 and is cut.</numerusform>
            <numerusform>%n texts are longer than %1 and are cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts look like numbers or dates, such as %1; a program that opens the file may change them.</source>
        <translation>
            <numerusform>One text looks like a number or a date: %1; a program that opens the file may change it.</numerusform>
            <numerusform>%n texts look like numbers or dates, such as %1; a program that opens the file may change them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n texts line ends become line feeds, and control characters are left out.</source>
        <translation>
            <numerusform>In one text line ends become line feeds, and control characters are left out.</numerusform>
            <numerusform>In %n texts line ends become line feeds, and control characters are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n rows numbers keep no more than 15 or 16 digits.</source>
        <translation>
            <numerusform>In one row numbers keep no more than 15 or 16 digits.</numerusform>
            <numerusform>In %n rows numbers keep no more than 15 or 16 digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty texts cannot be told from missing ones.</source>
        <translation>
            <numerusform>One empty text cannot be told from a missing one.</numerusform>
            <numerusform>%n empty texts cannot be told from missing ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blanks at the end of %n texts are left out.</source>
        <translation>
            <numerusform>Blanks at the end of one text are left out.</numerusform>
            <numerusform>Blanks at the end of %n texts are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::CollectFormsDialog</name>
    <message numerus="yes">
        <source>Reading %n files …</source>
        <translation>
            <numerusform>Reading %n file …</numerusform>
            <numerusform>Reading %n files …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::DataExport</name>
    <message numerus="yes">
        <source>%1 is written: %n rows.</source>
        <translation>
            <numerusform>%1 is written: one row.</numerusform>
            <numerusform>%1 is written: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::ExportDialog</name>
    <message numerus="yes">
        <source>Nothing: all %n rows are kept as they are.</source>
        <translation>
            <numerusform>Nothing: the one row is kept as it is.</numerusform>
            <numerusform>Nothing: all %n rows are kept as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::FindingsList</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::FormMenu</name>
    <message numerus="yes">
        <source>%n forms are written to %1.</source>
        <translation>
            <numerusform>%n form is written to %1.</numerusform>
            <numerusform>%n forms are written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 All %n forms would be written anew.</source>
        <translation>
            <numerusform>%1 The form would be written anew.</numerusform>
            <numerusform>%1 All %n forms would be written anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::MainWindow</name>
    <message numerus="yes">
        <source>%n changes made by another program were found and logged.</source>
        <translation>
            <numerusform>%n change made by another program was found and logged.</numerusform>
            <numerusform>%n changes made by another program were found and logged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::MemberList</name>
    <message numerus="yes">
        <source>%n rows; the first %1 are listed</source>
        <translation>
            <numerusform>%n row; the first %1 are listed</numerusform>
            <numerusform>%n rows; the first %1 are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::RegisterPanel</name>
    <message numerus="yes">
        <source>%n clusters; %1 rows with a place are in none, near is within %2 m</source>
        <translation>
            <numerusform>%n cluster; %1 rows with a place are in none, near is within %2 m</numerusform>
            <numerusform>%n clusters; %1 rows with a place are in none, near is within %2 m</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::ZonePanel</name>
    <message numerus="yes">
        <source>%n zones are selected; this is the last one.</source>
        <translation>
            <numerusform>%n zone is selected; this is the one.</numerusform>
            <numerusform>%n zones are selected; this is the last one.</numerusform>
        </translation>
    </message>
</context>
</TS>
