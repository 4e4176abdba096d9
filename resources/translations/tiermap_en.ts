<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
