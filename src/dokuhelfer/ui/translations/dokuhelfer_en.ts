<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>Again</name>
    <message>
        <source>Ganzes Blatt: {how}</source>
        <translation>Whole sheet: {how}</translation>
    </message>
    <message>
        <source>Was soll anders sein?</source>
        <translation>What should be different?</translation>
    </message>
    <message>
        <source>{field}: wörtlich wie diktiert</source>
        <translation>{field}: word for word as dictated</translation>
    </message>
    <message>
        <source>{field}: ausformuliert</source>
        <translation>{field}: in sentences</translation>
    </message>
    <message>
        <source>{field}: mit Bemerkung …</source>
        <translation>{field}: with a remark …</translation>
    </message>
    <message>
        <source>von Ihrer IT gesperrt</source>
        <translation>blocked by your IT</translation>
    </message>
    <message>
        <source>Wird neu entworfen. Sie können weiterlesen.</source>
        <translation>Drafting again. You can go on reading.</translation>
    </message>
    <message>
        <source>{done} von {total} Aussagen</source>
        <translation>{done} of {total} statements</translation>
    </message>
    <message>
        <source>Abbrechen Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>Neu entworfen. Strg+Z nimmt es zurück.</source>
        <translation>Drafted again. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Ohne Sprach-KI: Es ist keine installiert. Der Entwurf bleibt, wie er ist.</source>
        <translation>No language model is installed. The draft stays as it is.</translation>
    </message>
    <message>
        <source>{reason} Der Entwurf bleibt, wie er ist.</source>
        <translation>{reason} The draft stays as it is.</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Die Sprach-KI würde manches in andere Felder schreiben.</source>
        <translation>The language model would put some of it into other fields.</translation>
    </message>
    <message>
        <source>Ohne Sprach-KI stünde manches in anderen Feldern.</source>
        <translation>Without the language model some of it would be in other fields.</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>So lassen</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>ohne Sprach-KI</source>
        <translation>without language model</translation>
    </message>
    <message>
        <source>mit Sprach-KI, wörtlich</source>
        <translation>with language model, word for word</translation>
    </message>
    <message>
        <source>mit Sprach-KI, ausformuliert</source>
        <translation>with language model, in sentences</translation>
    </message>
    <message>
        <source>Für das, was noch offen ist, kommt nichts anderes heraus.</source>
        <translation>For what is still open, the result is the same.</translation>
    </message>
    <message>
        <source>Nichts anderes hält dem Diktat stand. Der Wortlaut bleibt.</source>
        <translation>No other wording agrees with the dictation. This one stays.</translation>
    </message>
    <message>
        <source>Inzwischen steht hier etwas anderes. Mit Strg+R geht es noch einmal.</source>
        <translation>The text here has changed since. Ctrl+R tries again.</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>{time} Uhr</source>
        <translation>{time}</translation>
    </message>
</context>
<context>
    <name>Cuts</name>
    <message>
        <source>Andere Person …</source>
        <translation>Other person …</translation>
    </message>
    <message>
        <source>Dieser Eintrag ist ein einziges Stück.</source>
        <translation>This entry is a single part.</translation>
    </message>
    <message>
        <source>Neuer Eintrag ab „{words}“</source>
        <translation>New entry from “{words}”</translation>
    </message>
    <message>
        <source>Die Einträge haben sich gerade geändert. Bitte sehen Sie noch einmal hin.</source>
        <translation>The entries have just changed. Please look again.</translation>
    </message>
    <message>
        <source>Zwei Personen kommen nie in einen Eintrag. Erst die Person ändern.</source>
        <translation>One entry never holds two persons. Change the person first.</translation>
    </message>
    <message>
        <source>Hier gibt es keinen weiteren Eintrag.</source>
        <translation>There is no further entry here.</translation>
    </message>
    <message>
        <source>Davor steht in diesem Eintrag nichts.</source>
        <translation>Nothing comes before this in the entry.</translation>
    </message>
    <message>
        <source>Das gehört schon dahin.</source>
        <translation>It belongs there already.</translation>
    </message>
    <message>
        <source>Das geht an dieser Stelle nicht.</source>
        <translation>This is not possible here.</translation>
    </message>
    <message>
        <source>Alle Grenzen passen</source>
        <translation>All cuts fit</translation>
    </message>
    <message>
        <source>Zusammenlegen</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Trennen …</source>
        <translation>Split …</translation>
    </message>
    <message>
        <source>Person …</source>
        <translation>Person …</translation>
    </message>
    <message>
        <source>Vorlage …</source>
        <translation>Template …</translation>
    </message>
    <message>
        <source>Anhören</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Alle passen</source>
        <translation>All fit</translation>
    </message>
    <message>
        <source>Bleibt draußen</source>
        <translation>Stays out</translation>
    </message>
    <message>
        <source>Passt</source>
        <translation>Fits</translation>
    </message>
    <message>
        <source>Stimmen die Grenzen?</source>
        <translation>Are the cuts right?</translation>
    </message>
    <message>
        <source>1 Eintrag. Stimmen seine Grenzen?</source>
        <translation>1 entry. Are its cuts right?</translation>
    </message>
    <message>
        <source>{count} Einträge erkannt. Stimmen die Grenzen?</source>
        <translation>{count} entries found. Are the cuts right?</translation>
    </message>
    <message>
        <source>Wohin mit diesem Stück?</source>
        <translation>Where does this part belong?</translation>
    </message>
    <message>
        <source>zu {number}</source>
        <translation>to {number}</translation>
    </message>
    <message>
        <source>bleibt draußen</source>
        <translation>stays out</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>passt</source>
        <translation>fits</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Dieses Blatt passt nicht mehr zu seiner Vorlage und lässt sich nicht öffnen. Es bleibt aufgehoben, aber nicht länger als jeder Entwurf. Bitte geben Sie Ihrer IT bald Bescheid.</source>
        <translation>This sheet no longer fits its template and cannot be opened. It is kept, but no longer than any draft. Please tell your IT soon.</translation>
    </message>
    <message>
        <source>Dieses Diktat ist beschädigt und lässt sich nicht öffnen. Die anderen sind unversehrt. In der Übersicht lässt es sich vernichten.</source>
        <translation>This dictation is damaged and cannot be opened. The others are intact. It can be destroyed in the overview.</translation>
    </message>
    <message>
        <source>Noch einmal hören</source>
        <translation>Listen again</translation>
    </message>
    <message>
        <source>Ans Ende stellen</source>
        <translation>Move to the end</translation>
    </message>
    <message>
        <source>Was Sie in das Feld gesprochen haben, ist noch kein Text.</source>
        <translation>What you spoke into the field is not text yet.</translation>
    </message>
    <message>
        <source>Nicht lesbar sind {count} angefangene Diktate.</source>
        <translation>{count} dictations begun earlier cannot be read.</translation>
    </message>
    <message>
        <source>Ein angefangenes Diktat ist nicht lesbar.</source>
        <translation>A dictation begun earlier cannot be read.</translation>
    </message>
    <message>
        <source>Vorlage und Tag stehen in der Übersicht.</source>
        <translation>Template and day are in the overview.</translation>
    </message>
    <message>
        <source>Das Profil gilt bis zum Ende; es ließ sich nicht sichern.</source>
        <translation>The profile holds until you close; it could not be saved.</translation>
    </message>
    <message>
        <source>Alles ist schon gesichert.</source>
        <translation>Everything is kept already.</translation>
    </message>
    <message>
        <source>Kein Teil öffnet eine Netzverbindung. Nachweis: dokuhelfer doctor</source>
        <translation>No part opens a network connection. Proof: dokuhelfer doctor</translation>
    </message>
    <message>
        <source>{count} Entwürfe wurden am {day} nach {days} vernichtet.</source>
        <translation>{count} drafts were destroyed on {day} after {days}.</translation>
    </message>
    <message>
        <source>Ein Entwurf wurde am {day} nach {days} vernichtet.</source>
        <translation>One draft was destroyed on {day} after {days}.</translation>
    </message>
    <message>
        <source>{days} Tagen</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>einem Tag</source>
        <translation>one day</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>anhängen</source>
        <translation>append</translation>
    </message>
    <message>
        <source>ersetzen</source>
        <translation>replace</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Die Zahl stimmt nicht überein</source>
        <translation>The number differs</translation>
    </message>
    <message>
        <source>Diese Einheit wurde nicht diktiert</source>
        <translation>This unit was not dictated</translation>
    </message>
    <message>
        <source>Die Uhrzeit stimmt nicht überein</source>
        <translation>The time differs</translation>
    </message>
    <message>
        <source>Welche Uhrzeit ist gemeint?</source>
        <translation>Which time is meant?</translation>
    </message>
    <message>
        <source>Das Datum stimmt nicht überein</source>
        <translation>The date differs</translation>
    </message>
    <message>
        <source>Gestern oder heute?</source>
        <translation>Yesterday or today?</translation>
    </message>
    <message>
        <source>Der Name stimmt nicht überein</source>
        <translation>The name differs</translation>
    </message>
    <message>
        <source>Der Medikamentenname stimmt nicht überein</source>
        <translation>The drug name differs</translation>
    </message>
    <message>
        <source>Die Seite stimmt nicht überein</source>
        <translation>The side differs</translation>
    </message>
    <message>
        <source>Eine Verneinung stimmt nicht überein</source>
        <translation>A negation differs</translation>
    </message>
    <message>
        <source>Im Diktat steht „{said}“, im Entwurf nicht</source>
        <translation>Dictation says “{said}”, draft does not</translation>
    </message>
    <message>
        <source>Im Entwurf steht „{written}“, im Diktat nicht</source>
        <translation>Draft says “{written}”, dictation does not</translation>
    </message>
    <message>
        <source>Dieser Wert wurde zurückgenommen</source>
        <translation>This value was withdrawn</translation>
    </message>
    <message>
        <source>Im Diktat geplant, im Entwurf erledigt</source>
        <translation>Planned in the dictation, done in the draft</translation>
    </message>
    <message>
        <source>Eine Einschränkung stimmt nicht überein</source>
        <translation>A qualification differs</translation>
    </message>
    <message>
        <source>Das Zitat ist nicht wörtlich</source>
        <translation>The quote is not verbatim</translation>
    </message>
    <message>
        <source>Dazu wurde nichts diktiert</source>
        <translation>Nothing was dictated about this</translation>
    </message>
    <message>
        <source>Dieser Satz ist nicht auf Deutsch</source>
        <translation>This sentence is not German</translation>
    </message>
    <message>
        <source>Im Diktat steht ein anderer Name: „{said}“</source>
        <translation>Another name was dictated: “{said}”</translation>
    </message>
    <message>
        <source>„{written}“ passt nicht in dieses Feld</source>
        <translation>“{written}” does not fit this field</translation>
    </message>
    <message>
        <source>Pflichtfeld ohne Angabe</source>
        <translation>Required field without content</translation>
    </message>
    <message>
        <source>Wertendes Wort: „{written}“. Was war zu sehen oder zu hören?</source>
        <translation>Judging word: “{written}”. What was seen or heard?</translation>
    </message>
    <message>
        <source>Wörtlich übernommen: ausformuliert war es nicht gedeckt</source>
        <translation>Taken word for word: the sentence said more than was dictated</translation>
    </message>
    <message>
        <source>Bitte vergleichen: {written} – richtig verstanden?</source>
        <translation>Please compare: {written} – heard correctly?</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>in die Zwischenablage</source>
        <translation>to the clipboard</translation>
    </message>
    <message>
        <source>Nächste Person</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>Stattdessen tippen</source>
        <translation>Type instead</translation>
    </message>
    <message>
        <source>Aufnahme ruht</source>
        <translation>Not recording</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Nächste</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Nächster Entwurf: {person}</source>
        <translation>Next draft: {person}</translation>
    </message>
    <message>
        <source>Nächster</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Diktat beenden</source>
        <translation>End dictation</translation>
    </message>
    <message>
        <source>Diktat ins Feld beenden</source>
        <translation>End dictation into field</translation>
    </message>
    <message>
        <source>Beenden</source>
        <translation>End</translation>
    </message>
    <message>
        <source>In dieses Feld sprechen</source>
        <translation>Speak into this field</translation>
    </message>
    <message>
        <source>Neues Diktat</source>
        <translation>New dictation</translation>
    </message>
    <message>
        <source>Sprechen</source>
        <translation>Speak</translation>
    </message>
    <message>
        <source>Diktat starten</source>
        <translation>Start dictation</translation>
    </message>
    <message>
        <source>Aufnahme läuft</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Abzeichnen</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>Zur Akte geben</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Übernehmen {apply} · Verwerfen {leave}</source>
        <translation>Apply {apply} · Discard {leave}</translation>
    </message>
    <message>
        <source>Noch 1 Stelle</source>
        <translation>1 stop left</translation>
    </message>
    <message>
        <source>zu klären</source>
        <translation>to clarify</translation>
    </message>
    <message>
        <source>Noch {left} Stellen</source>
        <translation>{left} stops left</translation>
    </message>
    <message>
        <source>davon {count} zu klären</source>
        <translation>{count} of them to clarify</translation>
    </message>
    <message>
        <source>{count} zu klären</source>
        <translation>{count} to clarify</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Ohne Person</source>
        <translation>No person</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Datum offen</source>
        <translation>Date open</translation>
    </message>
    <message>
        <source>{number} von {count}</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>Alles bleibt auf diesem Gerät</source>
        <translation>Everything stays on this device</translation>
    </message>
    <message>
        <source>Verbergen</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>{count} warten</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>{count} Entwürfe warten</source>
        <translation>{count} drafts waiting</translation>
    </message>
    <message>
        <source>1 Entwurf wartet</source>
        <translation>1 draft waiting</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>Sprechen Sie weiter: Die Aufnahme läuft und wird danach noch einmal gehört.</source>
        <translation>Go on speaking: recording goes on and will be heard again afterwards.</translation>
    </message>
    <message>
        <source>Sprechen Sie weiter: Die Aufnahme läuft und bleibt gesichert.</source>
        <translation>Go on speaking: recording goes on and stays saved.</translation>
    </message>
    <message>
        <source>Die Aufnahme ist gesichert. Bitte das Modell durch Ihre IT einspielen lassen und das Diktat dann in der Liste öffnen.</source>
        <translation>The recording is saved. Please have the model installed by your IT, then open the dictation from the list.</translation>
    </message>
    <message>
        <source>Die Aufnahme ist gesichert. Bitte andere Programme schließen und das Diktat dann in der Liste öffnen.</source>
        <translation>The recording is saved. Please close other programs, then open the dictation from the list.</translation>
    </message>
    <message>
        <source>Die Aufnahme ist gesichert. Bitte das Diktat in der Liste öffnen, dann wird sie noch einmal gehört.</source>
        <translation>The recording is saved. Please open the dictation from the list, then it is heard once more.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Alle Grenzen passen</source>
        <translation>All cuts fit</translation>
    </message>
    <message>
        <source>Eine der Vorlagen wählen</source>
        <translation>Choose one of the templates</translation>
    </message>
    <message>
        <source>Antwort an der Stelle</source>
        <translation>Answer at the stop</translation>
    </message>
    <message>
        <source>Eine Stelle davor, dahinter</source>
        <translation>One stop back, on</translation>
    </message>
    <message>
        <source>Erste, letzte Stelle</source>
        <translation>First, last stop</translation>
    </message>
    <message>
        <source>Das Ende um ein Wort verschieben</source>
        <translation>Move its end by a word</translation>
    </message>
    <message>
        <source>Das Ende um ein Satzstück verschieben</source>
        <translation>Move its end by a clause</translation>
    </message>
    <message>
        <source>Ein Eintrag davor, dahinter</source>
        <translation>One entry back, on</translation>
    </message>
    <message>
        <source>Den ganzen Text zeigen</source>
        <translation>Show the whole text</translation>
    </message>
    <message>
        <source>Verbergen, wieder zeigen</source>
        <translation>Hide, show again</translation>
    </message>
    <message>
        <source>Pause, weiter</source>
        <translation>Pause, go on</translation>
    </message>
    <message>
        <source>Anhören, wieder still</source>
        <translation>Play, quiet again</translation>
    </message>
    <message>
        <source>Nächste offene Stelle</source>
        <translation>Next open stop</translation>
    </message>
    <message>
        <source>Offene Stelle davor</source>
        <translation>Open stop before</translation>
    </message>
    <message>
        <source>Im Diktat suchen</source>
        <translation>Search the dictation</translation>
    </message>
    <message>
        <source>Nächster Bereich des Fensters</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Bereich davor</source>
        <translation>Part before</translation>
    </message>
    <message>
        <source>Nächster Entwurf</source>
        <translation>Next draft</translation>
    </message>
    <message>
        <source>Entwurf davor</source>
        <translation>Draft before</translation>
    </message>
    <message>
        <source>Zurücknehmen</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Doch wieder so</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Ist alles gesichert?</source>
        <translation>Is everything saved?</translation>
    </message>
    <message>
        <source>Größerer Text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Kleinerer Text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Text wie am Anfang</source>
        <translation>Text as at first</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tag, Uhrzeit, Schicht</source>
        <translation>Day, time, shift</translation>
    </message>
    <message>
        <source>Mit dem Eintrag davor zusammenlegen</source>
        <translation>Join with the entry before</translation>
    </message>
    <message>
        <source>Trennen</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Einer anderen Person geben</source>
        <translation>Give to another person</translation>
    </message>
    <message>
        <source>Andere Vorlage</source>
        <translation>Other template</translation>
    </message>
    <message>
        <source>Diese Hilfe</source>
        <translation>This help</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tasten auf dieser Seite</source>
        <translation>Keys on this page</translation>
    </message>
</context>
<context>
    <name>Hidden</name>
    <message>
        <source>Verborgen. {key} zeigt wieder.</source>
        <translation>Hidden. {key} shows again.</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Erkennen lassen</source>
        <translation>Recognise it</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Angefangenes Diktat</source>
        <translation>Dictation begun</translation>
    </message>
    <message>
        <source>zuerst ansehen</source>
        <translation>look at this first</translation>
    </message>
    <message>
        <source>wird gehört …</source>
        <translation>listening …</translation>
    </message>
    <message>
        <source>Grenzen prüfen</source>
        <translation>check the cuts</translation>
    </message>
    <message>
        <source>wird geschrieben …</source>
        <translation>being written …</translation>
    </message>
    <message>
        <source>Aufnahme ist da</source>
        <translation>recording is here</translation>
    </message>
    <message>
        <source>lässt sich nicht lesen</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>passt nicht zur Vorlage</source>
        <translation>does not fit the template</translation>
    </message>
    <message>
        <source>1 Stelle zu klären</source>
        <translation>1 stop to clarify</translation>
    </message>
    <message>
        <source>{count} Stellen zu klären</source>
        <translation>{count} stops to clarify</translation>
    </message>
    <message>
        <source>bereit zum Lesen</source>
        <translation>ready to read</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>gestern</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>Bereit</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Erst sprechen, dann lesen, dann abzeichnen.</source>
        <translation>First speak, then read, then sign off.</translation>
    </message>
    <message>
        <source>Name, Zimmer oder Kürzel</source>
        <translation>Name, room or initials</translation>
    </message>
    <message>
        <source>Wartet auf Sie</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>Vorlage</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Andere Vorlage …</source>
        <translation>Other template …</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>freiwillig, auch später möglich</source>
        <translation>optional, later is fine</translation>
    </message>
    <message>
        <source>Schichtende</source>
        <translation>End of shift</translation>
    </message>
    <message>
        <source>Aufnahmen einlesen</source>
        <translation>Import recordings</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>eingelesen und inzwischen vernichtet</source>
        <translation>imported and destroyed since</translation>
    </message>
    <message>
        <source>wird abgebrochen …</source>
        <translation>cancelling …</translation>
    </message>
    <message>
        <source>wird angesehen …</source>
        <translation>looking at it …</translation>
    </message>
    <message>
        <source>Ist das Ihr eigenes Diktat?</source>
        <translation>Is this your own dictation?</translation>
    </message>
    <message>
        <source>wartet</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>wird kopiert</source>
        <translation>copying</translation>
    </message>
    <message>
        <source>ist gesichert</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>wird gehört</source>
        <translation>listening</translation>
    </message>
    <message>
        <source>fertig</source>
        <translation>done</translation>
    </message>
    <message>
        <source>{state}, {share} %</source>
        <translation>{state}, {share} %</translation>
    </message>
    <message>
        <source>nicht eingelesen</source>
        <translation>not imported</translation>
    </message>
    <message>
        <source>abgebrochen; die Aufnahme steht gesichert in der Liste</source>
        <translation>cancelled; the recording is kept and in the list</translation>
    </message>
    <message>
        <source>abgebrochen; das Original ist unverändert</source>
        <translation>cancelled; the original is unchanged</translation>
    </message>
    <message>
        <source>Die Datei ist beschädigt: Da ist, was sich lesen ließ</source>
        <translation>The file is damaged: what could be read is here</translation>
    </message>
    <message>
        <source>Das Original ist entfernt</source>
        <translation>The original is removed</translation>
    </message>
    <message>
        <source>Das Original ist schreibgeschützt und bleibt</source>
        <translation>The original is write-protected and stays</translation>
    </message>
    <message>
        <source>Das Original hat sich geändert und bleibt</source>
        <translation>The original has changed and stays</translation>
    </message>
    <message>
        <source>Das Original ist nicht mehr da</source>
        <translation>The original is no longer there</translation>
    </message>
    <message>
        <source>Das Original bleibt</source>
        <translation>The original stays</translation>
    </message>
    <message>
        <source>Aufnahmen einlesen</source>
        <translation>Import recordings</translation>
    </message>
    <message>
        <source>Ordner oder Rekorder einlesen</source>
        <translation>Import a folder or recorder</translation>
    </message>
    <message>
        <source>In einem Ordner sind mehr als {count} Aufnahmen. Angeboten werden die neuesten, ältere über „Dateien wählen …“.</source>
        <translation>A folder has more than {count} recordings. Offered are the newest, older ones by “Choose files …”.</translation>
    </message>
    <message>
        <source>In diesem Ordner ist keine Aufnahme.</source>
        <translation>There is no recording in this folder.</translation>
    </message>
    <message>
        <source>Aufnahmen zum Einlesen: {count}.</source>
        <translation>Recordings to import: {count}.</translation>
    </message>
    <message>
        <source>Ein Datenträger mit Aufnahmen ist angeschlossen.</source>
        <translation>A disk with recordings is connected.</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Noch nicht eingelesene Aufnahmen: {count}.</source>
        <translation>Recordings not imported yet: {count}.</translation>
    </message>
    <message>
        <source>Dateien oder Ordner in das Fenster ziehen, oder:</source>
        <translation>Drag files or folders into the window, or:</translation>
    </message>
    <message>
        <source>Dateien wählen …</source>
        <translation>Choose files …</translation>
    </message>
    <message>
        <source>Ordner oder Rekorder …</source>
        <translation>Folder or recorder …</translation>
    </message>
    <message>
        <source>Liste leeren</source>
        <translation>Clear list</translation>
    </message>
    <message>
        <source>Alle fortsetzen</source>
        <translation>Go on with all</translation>
    </message>
    <message>
        <source>Alle abbrechen</source>
        <translation>Cancel all</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weitere Dateien hierher ziehen, oder:</source>
        <translation>Drag more files here, or:</translation>
    </message>
    <message>
        <source>Dateien: {count}. Zu beantworten: {asked}. Gesichert: {copied}.</source>
        <translation>Files: {count}. To be answered: {asked}. Saved: {copied}.</translation>
    </message>
    <message>
        <source>Hier ablegen</source>
        <translation>Drop here</translation>
    </message>
    <message>
        <source>Original nach sicherer Kopie löschen</source>
        <translation>Delete the original once the copy is safe</translation>
    </message>
    <message>
        <source>Ja, mein Diktat</source>
        <translation>Yes, mine</translation>
    </message>
    <message>
        <source>Nein, nicht einlesen</source>
        <translation>No, do not import</translation>
    </message>
    <message>
        <source>Lesen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Noch einmal einlesen</source>
        <translation>Import again</translation>
    </message>
    <message>
        <source>Nicht einlesen</source>
        <translation>Do not import</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Nur das Übungsmodell ist da. Es versteht Ihre Sprache nicht.</source>
        <translation>Only the demo model is installed. It does not understand people.</translation>
    </message>
    <message>
        <source>Das Erkennen ist abgebrochen und macht ab {clock} weiter; es fehlt nichts.</source>
        <translation>Recognition broke off and goes on from {clock}; nothing is missing.</translation>
    </message>
    <message>
        <source>Von den letzten Worten gibt es keinen Ton mehr. Sie stehen im Blatt, wie sie beim Sprechen zu sehen waren: Bitte genau prüfen.</source>
        <translation>There is no sound left of the last words. They stand in the sheet as they were shown while you spoke: please check them closely.</translation>
    </message>
    <message>
        <source>Ab {clock} ist das Erkennen abgebrochen. Der Ton ist gesichert und steht am Ende des Blattes zum Anhören.</source>
        <translation>Recognition broke off at {clock}. The sound is saved and stands at the end of the sheet to be listened to.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Der Datenträger ist voll: Ihre letzten Eingaben stehen nur in diesem Fenster. Bitte Platz schaffen und das Fenster bis dahin offen lassen.</source>
        <translation>The disk is full: your last entries are in this window only. Please make room and leave the window open until then.</translation>
    </message>
    <message>
        <source>In den Ordner für Ihre Diktate lässt sich nicht schreiben: Ihre letzten Eingaben stehen nur in diesem Fenster. Bitte Ihre IT fragen und es bis dahin offen lassen.</source>
        <translation>The folder for your dictations cannot be written: your last entries are in this window only. Please ask your IT and leave it open until then.</translation>
    </message>
    <message>
        <source>Ihre letzte Eingabe ist nicht gesichert.</source>
        <translation>Your last entry is not saved.</translation>
    </message>
    <message>
        <source>Das Diktat ist nicht aufgeteilt, es bleibt, wie es war.</source>
        <translation>The dictation is not divided; it stays as it was.</translation>
    </message>
    <message>
        <source>Zu einem Diktat ist die Aufnahme nicht mitgekommen, sein Text ist da.</source>
        <translation>One dictation has no copy of the recording; its text is there.</translation>
    </message>
    <message>
        <source>Das Diktat ist noch nicht vernichtet, bitte noch einmal versuchen.</source>
        <translation>The dictation is not destroyed yet; please try again.</translation>
    </message>
    <message>
        <source>Aufnahme und Mitschrift sind noch nicht vernichtet, das geschieht beim nächsten Start.</source>
        <translation>Recording and transcript are not destroyed yet; this is done at the next start.</translation>
    </message>
    <message>
        <source>Die Aufnahme geht noch nicht weiter.</source>
        <translation>Recording does not go on yet.</translation>
    </message>
    <message>
        <source>Der Datenträger ist voll, bitte Platz schaffen.</source>
        <translation>The disk is full; please make room.</translation>
    </message>
    <message>
        <source>In den Ordner für Ihre Diktate lässt sich nicht schreiben, bitte Ihre IT fragen.</source>
        <translation>The folder for your dictations cannot be written; please ask your IT.</translation>
    </message>
    <message>
        <source>Der Datenträger ist voll: Das Blatt ist nicht abgezeichnet und bleibt, wie es gelesen ist. Bitte Platz schaffen und noch einmal abzeichnen.</source>
        <translation>The disk is full: the sheet is not signed and stays as it was read. Please make room and sign again.</translation>
    </message>
    <message>
        <source>In den Ordner für Ihre Diktate lässt sich nicht schreiben: Das Blatt ist nicht abgezeichnet und bleibt, wie es gelesen ist. Bitte wenden Sie sich an Ihre IT.</source>
        <translation>The folder for your dictations cannot be written: the sheet is not signed and stays as it was read. Please contact your IT.</translation>
    </message>
    <message>
        <source>Der Datenträger ist voll: Die Aufnahme hat nicht begonnen. Bitte Platz schaffen und noch einmal beginnen.</source>
        <translation>The disk is full: recording has not begun. Please make room and begin again.</translation>
    </message>
    <message>
        <source>In den Ordner für Ihre Diktate lässt sich nicht schreiben: Die Aufnahme hat nicht begonnen. Bitte wenden Sie sich an Ihre IT.</source>
        <translation>The folder for your dictations cannot be written: recording has not begun. Please contact your IT.</translation>
    </message>
    <message>
        <source>Der Datenträger ist voll: Der letzte Teil der Aufnahme ist nicht gesichert. Bitte lesen Sie den Text jetzt und schaffen Sie Platz, bevor Sie das Fenster schließen.</source>
        <translation>The disk is full: the last part of the recording is not saved. Please read the text now, and make room before you close the window.</translation>
    </message>
    <message>
        <source>Der Datenträger ist voll: Bisher Gesagtes ist gesichert, Weiteres nur im Arbeitsspeicher. Bitte Platz schaffen, bevor Sie die Aufnahme beenden.</source>
        <translation>The disk is full: what was said until now is saved, the rest is in memory only. Please make room before you end the recording.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Strg</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Umschalt</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Leertaste</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Pos1</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Ende</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Entf</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Bild↓</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Bild↑</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Z</source>
        <comment>Zusammenlegen</comment>
        <translation>J</translation>
    </message>
    <message>
        <source>T</source>
        <comment>Trennen</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>P</source>
        <comment>Person</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>V</source>
        <comment>Vorlage</comment>
        <translation>T</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>1 von {count}</source>
        <translation>1 of {count}</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Geht gerade nicht</source>
        <translation>Not possible now</translation>
    </message>
    <message>
        <source>Bitte ansehen</source>
        <translation>Please look</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Das Mikrofon ist in den Einstellungen festgelegt.</source>
        <translation>The microphone is fixed in the settings.</translation>
    </message>
    <message>
        <source>Diese Wahl gilt nur, bis Sie schließen.</source>
        <translation>This choice holds only until you close.</translation>
    </message>
    <message>
        <source>Mikrofon des Systems</source>
        <translation>The system&apos;s microphone</translation>
    </message>
    <message>
        <source>Kein Mikrofon gefunden. Sie können tippen oder eine Aufnahme einlesen.</source>
        <translation>No microphone found. You can type or import.</translation>
    </message>
    <message>
        <source>Erneut suchen</source>
        <translation>Search again</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>abgezeichnet</source>
        <translation>signed off</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Offen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Heute abgezeichnet</source>
        <translation>Signed off today</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nichts.</source>
        <translation>Nothing.</translation>
    </message>
    <message>
        <source>Vernichten …</source>
        <translation>Destroy …</translation>
    </message>
    <message>
        <source>Lesen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Diesen Entwurf mit Aufnahme und Mitschrift vernichten? Das lässt sich nicht zurücknehmen.</source>
        <translation>Destroy this draft with its recording and transcript? This cannot be undone.</translation>
    </message>
    <message>
        <source>Diese {count} Entwürfe mit Aufnahmen und Mitschriften vernichten? Das lässt sich nicht zurücknehmen.</source>
        <translation>Destroy these {count} drafts with their recordings and transcripts? This cannot be undone.</translation>
    </message>
    <message>
        <source>Behalten</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Vernichten</source>
        <translation>Destroy</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Hier wurde getippt; es gibt kein Diktat.</source>
        <translation>This was typed; there is no dictation.</translation>
    </message>
    <message>
        <source>Bitte Wörter aus einer Zeile wählen.</source>
        <translation>Please choose words of one line.</translation>
    </message>
    <message>
        <source>Was wurde gesagt?</source>
        <translation>What was said?</translation>
    </message>
    <message>
        <source>Diktat</source>
        <translation>Dictation</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Wort berichtigen</source>
        <translation>Correct a word</translation>
    </message>
    <message>
        <source>Im Diktat suchen</source>
        <translation>Search the dictation</translation>
    </message>
    <message>
        <source>Diese Wörter gehören zu keiner Stelle.</source>
        <translation>These words belong to no stop.</translation>
    </message>
    <message>
        <source>→ {label}   Enter: zur Stelle</source>
        <translation>→ {label}   Enter: go there</translation>
    </message>
</context>
<context>
    <name>Persons</name>
    <message>
        <source>Die Personenliste lässt sich nicht lesen. Namen können Sie eintippen.</source>
        <translation>The list of persons cannot be read. You can type names.</translation>
    </message>
    <message>
        <source>Gefundene Personen</source>
        <translation>Persons found</translation>
    </message>
    <message>
        <source>{count} gefunden</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>Zimmer {room}</source>
        <translation>Room {room}</translation>
    </message>
    <message>
        <source>geb. {day}</source>
        <translation>born {day}</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Wer dokumentiert?</source>
        <translation>Who is documenting?</translation>
    </message>
    <message>
        <source>Kürzel</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Qualifikation</source>
        <translation>Qualification</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Diese Aufnahme ist nicht mehr da.</source>
        <translation>This recording is no longer here.</translation>
    </message>
    <message>
        <source>Alles gelesen. Abzeichnen mit Strg+Enter.</source>
        <translation>All read. Sign off with Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Erst klären: 1 bis 4.</source>
        <translation>Clarify first: 1 to 4.</translation>
    </message>
    <message>
        <source>Es sind noch Stellen zu lesen.</source>
        <translation>Some stops are still to be read.</translation>
    </message>
    <message>
        <source>Diese Stelle ist noch nicht ganz gelesen.</source>
        <translation>This stop has not been read whole yet.</translation>
    </message>
    <message>
        <source>Das passt nicht in dieses Feld.</source>
        <translation>This does not fit the field.</translation>
    </message>
    <message>
        <source>Es war nichts zu hören.</source>
        <translation>Nothing was heard.</translation>
    </message>
    <message>
        <source>Das passt nicht in dieses Feld. Es steht jetzt am Ende.</source>
        <translation>This does not fit the field. It is now at the end.</translation>
    </message>
    <message>
        <source>Das Getippte passt nicht in dieses Feld. Es steht jetzt am Ende des Blattes.</source>
        <translation>What you typed does not fit the field. It is now at the end of the sheet.</translation>
    </message>
    <message>
        <source>Was Sie ins Feld gesprochen haben, wird noch gehört.</source>
        <translation>What you spoke into the field is still being recognised.</translation>
    </message>
    <message>
        <source>Das Blatt hat sich gerade geändert. Bitte sehen Sie noch einmal hin.</source>
        <translation>The sheet has just changed. Please look again.</translation>
    </message>
    <message>
        <source>Verworfen. {key} holt es zurück.</source>
        <translation>Discarded. {key} brings it back.</translation>
    </message>
    <message>
        <source>Es gibt nichts zurückzunehmen.</source>
        <translation>There is nothing to take back.</translation>
    </message>
    <message>
        <source>Hier haben Sie getippt, aber noch nicht übernommen: Enter übernimmt, Esc verwirft.</source>
        <translation>You typed here and have not applied it yet: Enter applies, Esc discards.</translation>
    </message>
    <message>
        <source>Was abgezeichnet ist, bleibt, wie es ist.</source>
        <translation>What is signed off stays as it is.</translation>
    </message>
    <message>
        <source>Hier steht noch nichts.</source>
        <translation>There is nothing here yet.</translation>
    </message>
    <message>
        <source>Das geht an dieser Stelle nicht.</source>
        <translation>This is not possible here.</translation>
    </message>
    <message>
        <source>„{word}“ merken?</source>
        <translation>Remember “{word}”?</translation>
    </message>
    <message>
        <source>Merken</source>
        <translation>Remember</translation>
    </message>
    <message>
        <source>Nein</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Das Wort ließ sich nicht merken.</source>
        <translation>The word could not be kept.</translation>
    </message>
    <message>
        <source>Berichtigung: {title} vom {when} Uhr</source>
        <translation>Correction: {title} of {when}</translation>
    </message>
    <message>
        <source>Nachtrag: {title} vom {when} Uhr</source>
        <translation>Addendum: {title} of {when}</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Nur Ihr eigenes Diktat. Gespräche aufzunehmen ist strafbar (§ 201 StGB).</source>
        <translation>Your own dictation only. Recording conversations is a crime (§ 201 StGB).</translation>
    </message>
    <message>
        <source>Sprechen Sie.</source>
        <translation>Please speak.</translation>
    </message>
    <message>
        <source>Die Aufnahme läuft. Der Text kommt gleich.</source>
        <translation>Recording. Text will follow shortly.</translation>
    </message>
    <message>
        <source>kann sich noch ändern</source>
        <translation>can still change</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Diktat zeigen</source>
        <translation>Show dictation</translation>
    </message>
    <message>
        <source>Neu entwerfen …</source>
        <translation>Draft again …</translation>
    </message>
    <message>
        <source>Stelle {number} von {count}</source>
        <translation>Stop {number} of {count}</translation>
    </message>
    <message>
        <source>Nicht diktiert</source>
        <translation>Not dictated</translation>
    </message>
    <message>
        <source>Alles gelesen – Abzeichnen mit {key}</source>
        <translation>All read – sign off with {key}</translation>
    </message>
    <message>
        <source>{count} Felder … zeigen</source>
        <translation>show {count} fields …</translation>
    </message>
</context>
<context>
    <name>ShiftEnd</name>
    <message>
        <source>Schichtende</source>
        <translation>End of shift</translation>
    </message>
    <message>
        <source>Schicht beenden</source>
        <translation>End shift</translation>
    </message>
    <message>
        <source>Zuerst lesen</source>
        <translation>Read first</translation>
    </message>
    <message>
        <source>Nichts ist offen.</source>
        <translation>Nothing is open.</translation>
    </message>
    <message>
        <source>Vor dem Gehen: 1 offener Entwurf</source>
        <translation>Before you go: 1 open draft</translation>
    </message>
    <message>
        <source>Vor dem Gehen: {count} offene Entwürfe</source>
        <translation>Before you go: {count} open drafts</translation>
    </message>
    <message>
        <source>Was unter anderem Kürzel diktiert wurde oder nicht lesbar ist, bleibt, wie es ist. Es steht in der Übersicht.</source>
        <translation>What was dictated under other initials or cannot be read stays as it is. It is in the overview.</translation>
    </message>
    <message>
        <source>Was Sie behalten, bleibt verschlüsselt auf diesem Gerät. Die Zwischenablage wird geleert. Danach ist das Fenster verborgen, bis jemand {key} drückt.</source>
        <translation>What you keep stays encrypted on this device. The clipboard is cleared. Then the window is hidden until somebody presses {key}.</translation>
    </message>
    <message>
        <source>Jetzt lesen</source>
        <translation>Read now</translation>
    </message>
    <message>
        <source>Vernichten</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>Behalten</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Bis {day} behalten</source>
        <translation>Keep until {day}</translation>
    </message>
</context>
<context>
    <name>Signed</name>
    <message>
        <source>Als Word-Datei sichern</source>
        <translation>Save as Word file</translation>
    </message>
    <message>
        <source>Als PDF sichern</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Der vorgeschlagene Ordner antwortet nicht. Bitte einen anderen wählen.</source>
        <translation>The proposed folder does not answer. Please choose another one.</translation>
    </message>
    <message>
        <source>Die Word-Datei ist gesichert.</source>
        <translation>The Word file is saved.</translation>
    </message>
    <message>
        <source>Die PDF-Datei ist gesichert.</source>
        <translation>The PDF file is saved.</translation>
    </message>
    <message>
        <source>Der Drucker antwortet noch nicht. Sie können weiterarbeiten: Hier steht, wenn er den Text hat.</source>
        <translation>The printer does not answer yet. You can go on working: it is told here once it has the text.</translation>
    </message>
    <message>
        <source>Der Text ist an den Drucker gegeben.</source>
        <translation>The text was handed to the printer.</translation>
    </message>
    <message>
        <source>Der Ordner am Ziel antwortet noch nicht. Sie können weiterarbeiten, auch an einem anderen Ort sichern: Hier steht, wenn es gelungen ist.</source>
        <translation>The folder does not answer yet. You can go on working, or save in another place: it is told here once it is done.</translation>
    </message>
    <message>
        <source>Das Ziel antwortet wieder. {done}</source>
        <translation>The target answers again. {done}</translation>
    </message>
    <message>
        <source>Der abgezeichnete Text ist weiter gesichert.</source>
        <translation>The signed text is still saved.</translation>
    </message>
    <message>
        <source>Der Datenträger am Ziel ist voll, die Datei ist nicht geschrieben. Bitte dort Platz schaffen oder einen anderen Ort wählen.</source>
        <translation>The disk at the target is full, the file was not written. Please make room there or choose another place.</translation>
    </message>
    <message>
        <source>Am Ziel darf nicht geschrieben werden, die Datei ist nicht geschrieben. Bitte einen anderen Ort wählen oder Ihre IT fragen.</source>
        <translation>The target may not be written to, the file was not written. Please choose another place or ask your IT.</translation>
    </message>
    <message>
        <source>Die Datei ist in einem anderen Programm geöffnet und bleibt, wie sie war. Bitte sie dort schließen oder einen anderen Namen wählen.</source>
        <translation>The file is open in another program and stays as it was. Please close it there or choose another name.</translation>
    </message>
    <message>
        <source>Den Ordner am Ziel gibt es nicht mehr, die Datei ist nicht geschrieben. Bitte den Datenträger wieder einstecken oder einen anderen Ort wählen.</source>
        <translation>The folder at the target is gone, the file was not written. Please plug the medium in again or choose another place.</translation>
    </message>
    <message>
        <source>Zwischenablage</source>
        <translation>Clipboard</translation>
    </message>
    <message>
        <source>So steht es in der Zwischenablage</source>
        <translation>As it is on the clipboard</translation>
    </message>
    <message>
        <source>Noch einmal kopieren</source>
        <translation>Copy again</translation>
    </message>
    <message>
        <source>Feld für Feld</source>
        <translation>Field by field</translation>
    </message>
    <message>
        <source>Word-Datei</source>
        <translation>Word file</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Nachtrag</source>
        <translation>Addendum</translation>
    </message>
    <message>
        <source>Berichtigen</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Aufnahme und Mitschrift sind vernichtet.</source>
        <translation>Recording and transcript are destroyed.</translation>
    </message>
    <message>
        <source>Frühere Fassung: {who}</source>
        <translation>Earlier version: {who}</translation>
    </message>
    <message>
        <source>ist geleert</source>
        <translation>is cleared</translation>
    </message>
    <message>
        <source>wird in {seconds} s geleert</source>
        <translation>clears in {seconds} s</translation>
    </message>
    <message>
        <source>Zur Akte gegeben</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>Abgezeichnet und kopiert</source>
        <translation>Signed off and copied</translation>
    </message>
    <message>
        <source>Abgezeichnet</source>
        <translation>Signed off</translation>
    </message>
    <message>
        <source>{used} Zeichen</source>
        <translation>{used} characters</translation>
    </message>
    <message>
        <source>{over} Zeichen zu viel – nichts wird abgeschnitten</source>
        <translation>{over} characters too many – nothing is cut off</translation>
    </message>
    <message>
        <source>{used} von {limit} Zeichen</source>
        <translation>{used} of {limit} characters</translation>
    </message>
    <message>
        <source>Davon ist gerade keine weitere Fassung möglich.</source>
        <translation>No further version of this is possible now.</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>Die Aufnahme war kurz unterbrochen und läuft weiter.</source>
        <translation>Recording was interrupted briefly and goes on.</translation>
    </message>
    <message>
        <source>„{name}“ ist weg, ein anderes wird gesucht. Bisher Gesagtes ist gesichert; bitte kurz warten oder ein Mikrofon einstecken.</source>
        <translation>“{name}” is gone, another one is being looked for. What was said until now is saved; please wait a moment or plug in a microphone.</translation>
    </message>
    <message>
        <source>Es geht mit „{name}“ weiter. Bitte wiederholen Sie, was Sie in den letzten {seconds} Sekunden gesagt haben.</source>
        <translation>It goes on with “{name}”. Please repeat what you said in the last {seconds} seconds.</translation>
    </message>
    <message>
        <source>Angehalten: 2 Minuten war nichts zu hören.</source>
        <translation>Paused: nothing heard for 2 minutes.</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Kein Signal von „{name}“. Ist es stummgeschaltet?</source>
        <translation>No signal from “{name}”. Is it muted?</translation>
    </message>
    <message>
        <source>Anderes Mikrofon …</source>
        <translation>Other microphone …</translation>
    </message>
    <message>
        <source>Zu leise. Mikrofon näher an den Mund.</source>
        <translation>Too quiet. Bring the microphone closer.</translation>
    </message>
    <message>
        <source>Pegel gut</source>
        <translation>level good</translation>
    </message>
    <message>
        <source>kein Signal</source>
        <translation>no signal</translation>
    </message>
    <message>
        <source>zu leise</source>
        <translation>too quiet</translation>
    </message>
    <message>
        <source>zu laut</source>
        <translation>too loud</translation>
    </message>
</context>
<context>
    <name>Stop</name>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Passt in kein Feld</source>
        <translation>Fits no field</translation>
    </message>
    <message>
        <source>Datum offen</source>
        <translation>Date open</translation>
    </message>
    <message>
        <source>nichts diktiert</source>
        <translation>nothing dictated</translation>
    </message>
    <message>
        <source>von mir ergänzt</source>
        <translation>added by me</translation>
    </message>
    <message>
        <source>nicht übernommen</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>eigener Eintrag</source>
        <translation>own entry</translation>
    </message>
    <message>
        <source>Ohne Text: {seconds} Sekunden bei {clock}</source>
        <translation>Without text: {seconds} seconds at {clock}</translation>
    </message>
    <message>
        <source>Stille</source>
        <translation>silence</translation>
    </message>
    <message>
        <source>Geräusch</source>
        <translation>noise</translation>
    </message>
    <message>
        <source>Wiederholung</source>
        <translation>repetition</translation>
    </message>
    <message>
        <source>undeutlich</source>
        <translation>unclear</translation>
    </message>
    <message>
        <source>Standardsatz</source>
        <translation>stock phrase</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>So lassen</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>Andere Formulierung da</source>
        <translation>Another wording available</translation>
    </message>
    <message>
        <source>nichts dazu diktiert</source>
        <translation>nothing dictated about this</translation>
    </message>
    <message>
        <source>Wie diktiert: „{text}“</source>
        <translation>As dictated: “{text}”</translation>
    </message>
    <message>
        <source>Wie diktiert</source>
        <translation>As dictated</translation>
    </message>
    <message>
        <source>Berichtigen …</source>
        <translation>Correct …</translation>
    </message>
    <message>
        <source>Streichen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Von mir ergänzt</source>
        <translation>Added by me</translation>
    </message>
    <message>
        <source>Mitbewohner/in – Name ersetzen</source>
        <translation>Other resident – replace the name</translation>
    </message>
    <message>
        <source>Gehört hierher</source>
        <translation>Belongs here</translation>
    </message>
    <message>
        <source>Eigener Eintrag</source>
        <translation>Own entry</translation>
    </message>
    <message>
        <source>Leer lassen</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>Eintippen</source>
        <translation>Type it</translation>
    </message>
    <message>
        <source>Gestern</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Dazu wurde nichts diktiert.</source>
        <translation>Nothing was dictated about this.</translation>
    </message>
    <message>
        <source>Stelle {number} von {count}</source>
        <translation>Stop {number} of {count}</translation>
    </message>
    <message>
        <source>Im Diktat</source>
        <translation>Dictated</translation>
    </message>
    <message>
        <source>Sie sprechen</source>
        <translation>You are speaking</translation>
    </message>
    <message>
        <source>Zu klären</source>
        <translation>To clarify</translation>
    </message>
    <message>
        <source>Bitte ansehen</source>
        <translation>Please look</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Anhören</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Passt</source>
        <translation>Fits</translation>
    </message>
    <message>
        <source>Gesehen, bleibt draußen</source>
        <translation>Seen, stays out</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Im Entwurf</source>
        <translation>In the draft</translation>
    </message>
    <message>
        <source>Anders</source>
        <translation>Otherwise</translation>
    </message>
    <message>
        <source>({number} von {count})</source>
        <translation>({number} of {count})</translation>
    </message>
    <message>
        <source>wörtlich wie diktiert</source>
        <translation>word for word as dictated</translation>
    </message>
    <message>
        <source>zurückgenommen: {values}</source>
        <translation>withdrawn: {values}</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Entwürfe bleiben nur, bis Sie das Programm schließen.</source>
        <translation>Drafts stay only until you close the program.</translation>
    </message>
    <message>
        <source>Passphrase …</source>
        <translation>Passphrase …</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ohne Speichern arbeiten</source>
        <translation>Work without saving</translation>
    </message>
    <message>
        <source>Eine Passphrase lässt sich vor dem ersten Diktat festlegen.</source>
        <translation>A passphrase can be set before the first dictation.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Neue Passphrase, mindestens {count} Zeichen</source>
        <translation>New passphrase, at least {count} characters</translation>
    </message>
    <message>
        <source>noch einmal</source>
        <translation>once more</translation>
    </message>
    <message>
        <source>Ohne sie sind offene Entwürfe verloren.</source>
        <translation>Without it, open drafts are lost.</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Das ist zu kurz.</source>
        <translation>This is too short.</translation>
    </message>
    <message>
        <source>Die beiden sind nicht gleich.</source>
        <translation>The two are not the same.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nächstes Feld kopieren</source>
        <translation>Copy next field</translation>
    </message>
    <message>
        <source>{title} · Feld {number} von {count}</source>
        <translation>{title} · Field {number} of {count}</translation>
    </message>
    <message>
        <source>in der Zwischenablage</source>
        <translation>on the clipboard</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>Das ist kein Tag. Zum Beispiel: 17.11.2026</source>
        <translation>This is no day. For example: 17.11.2026</translation>
    </message>
    <message>
        <source>Das ist keine Uhrzeit. Zum Beispiel: 7:30</source>
        <translation>This is no time. For example: 7:30</translation>
    </message>
    <message>
        <source>Das ist noch nicht gewesen.</source>
        <translation>This has not been yet.</translation>
    </message>
    <message>
        <source>Das ist länger als ein Jahr her.</source>
        <translation>This is more than a year ago.</translation>
    </message>
    <message>
        <source>keine Angabe</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Frühdienst</source>
        <translation>Early shift</translation>
    </message>
    <message>
        <source>Spätdienst</source>
        <translation>Late shift</translation>
    </message>
    <message>
        <source>Nachtdienst</source>
        <translation>Night shift</translation>
    </message>
    <message>
        <source>Wann diktiert?</source>
        <translation>Dictated when?</translation>
    </message>
    <message>
        <source>Schicht</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Uhrzeit</source>
        <translation>Time</translation>
    </message>
</context>
</TS>
