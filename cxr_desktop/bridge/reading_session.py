"""The reader's side of the worklist: states, urgency and impressions, in the store, the log and memory; one thread.

A study in hand is in reading. One that the reader leaves without a word goes back to unread, as in a reading room where
nobody should find a study taken that nobody reads; one with a word stays in reading, since it is a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from cxr_desktop.bridge.reading_history import Mark, Ranked, ReadingHistory, Said
from cxr_desktop.bridge.worklist_state import WorklistState
from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.deed import Deed, impression_deed, reading_deed, urgency_deed
from cxr_desktop.domain.impression import NOTHING, Impression, Words
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry
from cxr_desktop.worklist.store import Store


def stamp_of(now: float) -> str:
    """UTC seconds as ISO 8601."""
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")


class ReadingSession:
    """``now`` is UTC in seconds everywhere. Every method raises ``StoreError`` where the store cannot do its part."""

    def __init__(self, store: Store, state: WorklistState, history: ReadingHistory) -> None:
        self._store, self._state, self._history = store, state, history
        self.reader = ""
        self._blind = False
        self._in_hand = ""
        self._since = 0.0
        self._spent_s: dict[str, float] = {}
        self._in_sight: set[str] = set()

    @property
    def blind(self) -> bool:
        """Whether scores are hidden from the reader until an impression is recorded."""
        return self._blind

    def set_reader(self, name: str, blind: bool) -> bool:
        """Who reads, and whether scores are hidden from them until an impression is recorded. Returns whether that
        is new, so that all must be told again."""
        changed = blind != self._blind
        if changed:
            self.keep_sights()
            self._state.touch()
        self.reader, self._blind = name, blind
        self._in_sight.update({self._in_hand} if not blind else ())
        return changed

    def shown(self, entry: WorklistEntry) -> WorklistEntry:
        """What the window may know of a study."""
        return for_blind_reader(entry) if self._blind else entry

    def note_visible(self, paths: Sequence[str]) -> None:
        """The rows of these files are on the screen."""
        if not self._blind:
            self._in_sight.update(map(self._state.key_of, paths))

    def keep_sights(self) -> None:
        """Write down which scores were on the screen: what is said of those studies from now on is not blind."""
        entries = [entry for key in self._in_sight if (entry := self._state.entry(key)) is not None]
        self._in_sight.clear()
        seen = [replace(e, scores_seen=True) for e in entries if e.state is ScoreState.SCORED and not e.scores_seen]
        if seen:
            self._keep(seen)

    def take_in_hand(self, key: str, now: float) -> None:
        """The reader comes to a study, "" for none, and leaves the one before."""
        if key == self._in_hand:
            return
        changed = []
        left, entry = self._state.entry(self._in_hand), self._state.entry(key)
        if left is not None:
            self._spent_s[left.key] = self._seconds(left.key, now)
            if left.read_state is ReadState.IN_READING and left.impression is None:
                changed.append(replace(left, read_state=ReadState.UNREAD))
        self._in_hand, self._since = key, now
        if entry is not None:
            opened = entry.with_read_state(ReadState.IN_READING, now)
            opened = replace(opened, scores_seen=opened.scores_seen or not self._blind)
            changed += [opened] if opened != entry else []
        if changed:
            self._keep(changed)

    def let_go(self, now: float) -> None:
        """The folder is closed: leave the study in hand, and write down what was in sight."""
        self.take_in_hand("", now)
        self.keep_sights()

    def set_read_state(self, keys: Sequence[str], state: ReadState, now: float) -> None:
        """Mark studies. READ and UNREAD can be undone; READ makes what was said blind final."""
        before = [entry for key in keys if (entry := self._state.entry(key)) is not None]
        after = [entry.with_read_state(state, now, self.reader) for entry in before]
        pairs = [(old, new) for old, new in zip(before, after, strict=True) if old.read_state is not new.read_state]
        if not pairs:
            return
        changed = [new for _, new in pairs]
        marked = state is not ReadState.IN_READING
        self._keep(changed, [self._marked(entry, now) for entry in changed] if marked else [])
        if marked:
            self._history.note([old for old, _ in pairs])
        for entry in changed if state is ReadState.READ else []:
            self._finish(entry, now)

    def _marked(self, entry: WorklistEntry, now: float, undone: bool = False) -> Deed:
        held = entry.key == self._in_hand or entry.key in self._spent_s
        seconds = self._seconds(entry.key, now) if held and entry.read_state is ReadState.READ and not undone else None
        return reading_deed(entry, stamp_of(now), self.reader, seconds, undone)

    def _seconds(self, key: str, now: float) -> float:
        """How long the reader has had it in hand, all visits together."""
        here = max(0.0, now - self._since) if key == self._in_hand else 0.0  # a clock may be set back meanwhile
        return round(self._spent_s.get(key, 0.0) + here, 1)

    def set_urgency(self, keys: Sequence[str], urgency: Urgency | None, now: float) -> None:
        """The reader's word on how urgent studies are, ``None`` for as they came. Can be undone."""
        before = [entry for key in keys if (entry := self._state.entry(key)) is not None]
        pairs = [(entry, replace(entry, set_urgency=urgency)) for entry in before if entry.set_urgency != urgency]
        if pairs:
            self._rank(pairs, now)
            self._history.note_urgency([old for old, _ in pairs])

    def _rank(self, pairs: Sequence[tuple[WorklistEntry, WorklistEntry]], now: float, undone: bool = False) -> None:
        deeds = [urgency_deed(new, stamp_of(now), self.reader, old.urgency, undone) for old, new in pairs]
        self._keep([new for _, new in pairs], deeds)

    def set_impression(self, key: str, words: Words, now: float) -> None:
        """What the reader says of a study; no words take back what was said. Can be undone.

        It is blind while no score of the study has been in front of a reader; scores stay hidden until it is recorded.
        """
        entry = self._state.entry(key)
        if entry is None or words == (entry.impression.words if entry.impression else NOTHING):
            return
        blind = self._blind and not entry.scores_seen
        self._say(entry, self._impression(entry, words, now, blind, recorded=not blind))
        self._history.note_impression(entry)

    def record_impression(self, key: str, now: float) -> None:
        """What was said blind is final, and its scores may be shown. Nothing happens without a finding."""
        entry = self._state.entry(key)
        if entry is not None and self._finish(entry, now):
            self._history.note_impression(entry)
            self._see(self._state.entry(key) or entry)

    def _finish(self, entry: WorklistEntry, now: float) -> bool:
        said = entry.impression
        if said is None or said.recorded or not said.findings:
            return False
        self._say(entry, replace(said, at=stamp_of(now), reader=self.reader, recorded=True))
        return True

    def undo(self, step: Mark | Ranked | Said, now: float) -> None:
        """Take one step back; the log says so."""
        entry = self._state.entry(step.key)
        if entry is None:
            return
        if isinstance(step, Mark):
            old = replace(entry, read_state=step.state, read_at=step.read_at, read_by=step.read_by)
            self._keep([old], [self._marked(old, now, undone=True)])
        elif isinstance(step, Ranked):
            self._rank([(entry, replace(entry, set_urgency=step.urgency))], now, undone=True)
        else:
            was = step.impression
            words, blind, recorded = (was.words, was.blind, was.recorded) if was else (NOTHING, False, True)
            self._say(entry, self._impression(entry, words, now, blind, recorded), undone=True)

    def _impression(self, entry: WorklistEntry, words: Words, now: float, blind: bool, recorded: bool) -> Impression:
        return Impression(
            entry.key,
            words.findings,
            stamp_of(now),
            words.note,
            words.verdict,
            words.tags,
            self.reader,
            blind,
            recorded,
            words.verdicts,
        )

    def _say(self, entry: WorklistEntry, said: Impression, undone: bool = False) -> None:
        self._store.add_impressions([said], [impression_deed(entry, said, undone)])
        self._state.put_entry(replace(entry, impression=said if said.words else None))

    def _see(self, entry: WorklistEntry) -> None:
        if not entry.scores_seen:
            self._keep([replace(entry, scores_seen=True)])

    def _keep(self, entries: Sequence[WorklistEntry], deeds: Sequence[Deed] = ()) -> None:
        self._store.put_readings(entries, deeds)
        for entry in entries:
            self._state.put_entry(entry)
