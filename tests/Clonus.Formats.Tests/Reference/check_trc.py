#!/usr/bin/env python3
"""Reads a TRC file by the rules of OpenSim 4's reader and prints what it found.

    check_trc.py FILE

Exit status 1 with the name of the exception that OpenSim would raise. The rules
are those of TRCFileAdapter::extendRead, FileAdapter::getNextLine and tokenize,
and of the time column of TimeSeriesTable_.
"""

import json
import math
import re
import sys

KEYS = ['DataRate', 'CameraRate', 'NumFrames', 'NumMarkers', 'Units', 'OrigDataRate',
        'OrigDataStartFrame', 'OrigNumFrames']
SPACE = ' \t\n\v\f\r'


class Refused(Exception):
    """The name of OpenSim's exception, and why."""


def refuse_if(condition, name, why=''):
    if condition:
        raise Refused(name + (': ' + why if why else ''))


def tokenize(line, delimiters):
    """Cells between single delimiters; nothing behind the last one is no cell."""
    tokens, start = [], 0
    for at, c in enumerate(line):
        if c in delimiters:
            tokens.append(line[start:at].strip(SPACE))
            start = at + 1
    if len(line) > start:
        tokens.append(line[start:].strip(SPACE))
    return tokens


class Lines:
    """std::getline: a last line without an end counts, nothing behind an end does not."""

    def __init__(self, content):
        self.lines = content.split('\n')
        if self.lines[-1] == '':
            self.lines.pop()
        self.at = 0

    def get(self):
        if self.at >= len(self.lines):
            return None
        self.at += 1
        return self.lines[self.at - 1]

    def next(self):
        line = self.get()
        if line is None:
            return []
        if line.endswith('\r'):
            line = line[:-1]
        return tokenize(line, '\t\r')


NUMBER = re.compile(r'[ \t\n\v\f\r]*([+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?'
                    r'|inf(?:inity)?|nan))', re.I)


def stod(cell):
    m = NUMBER.match(cell)
    refuse_if(m is None, 'std::invalid_argument', 'stod of "%s"' % cell)
    v = float(m.group(1))
    refuse_if(math.isinf(v) and 'inf' not in m.group(1).lower(), 'std::out_of_range',
              'stod of "%s"' % cell)
    return v


def stoul(cell):
    m = re.match(r'[ \t\n\v\f\r]*[+-]?(\d+)', cell)
    refuse_if(m is None, 'std::invalid_argument', 'stoul of "%s"' % cell)
    return int(m.group(1))


def full(tokens):
    return [t for t in tokens if t]


def read(content):
    lines = Lines(content)
    header = tokenize(lines.get() or '', ' \t\r')
    refuse_if(not header, 'FileIsEmpty')
    refuse_if(header[0] != 'PathFileType', 'MissingHeader')

    keys = full(lines.next())
    refuse_if(len(keys) != len(KEYS), 'IncorrectNumMetaDataKeys', '%d' % len(keys))
    for found, expected in zip(keys, KEYS):
        refuse_if(found != expected, 'UnexpectedMetaDataKey', '%s for %s' % (found, expected))
    values = full(lines.next())
    refuse_if(len(values) != len(keys), 'MetaDataLengthMismatch', '%d values' % len(values))
    meta = dict(zip(keys, values))
    markers = stoul(meta['NumMarkers'])

    labels = full(lines.next())
    refuse_if(len(labels) != markers + 2, 'IncorrectNumColumnLabels',
              '%d for %d' % (len(labels), markers + 2))
    refuse_if(labels[0] != 'Frame#', 'UnexpectedColumnLabel', labels[0])
    refuse_if(labels[1] != 'Time', 'UnexpectedColumnLabel', labels[1])
    labels = labels[2:]

    axes = full(lines.next())
    for i in range(markers):
        for j, letter in enumerate('XYZ'):
            refuse_if(3 * i + j >= len(axes), 'std::out_of_range', 'axis label %d' % (3 * i + j))
            expected = letter + str(i + 1)
            refuse_if(axes[3 * i + j] != expected, 'UnexpectedColumnLabel',
                      '%s for %s' % (axes[3 * i + j], expected))

    row = lines.next()
    while not row or not row[0]:
        refuse_if(lines.at >= len(lines.lines), 'endless loop', 'no row of data')
        row = lines.next()

    width = 3 * markers + 2
    times, rows = [], []
    while row:
        refuse_if(len(row) != width, 'RowLengthMismatch',
                  'line %d: %d for %d' % (lines.at, len(row), width))
        rows.append([tuple(stod(c) for c in row[k:k + 3]) if all(row[k:k + 3]) else None
                     for k in range(2, width, 3)])
        times.append(stod(row[1]))
        row = lines.next()
    for i in range(1, len(times)):
        refuse_if(times[i - 1] >= times[i], 'TimestampLessThanEqualToPrevious', 'row %d' % i)

    # OpenSim stops here without a word: what is left is lost to it.
    left = sum(1 for line in lines.lines[lines.at:] if line.strip(SPACE))

    def track(i):
        seen = [r[i] for r in rows if r[i] is not None]
        return {
            'label': labels[i],
            'missing': len(rows) - len(seen),
            'notNumbers': sum(1 for s in seen if not all(map(math.isfinite, s))),
            'sum': [math.fsum(s[k] for s in seen if all(map(math.isfinite, s)))
                    for k in range(3)],
            'first': seen[0] if seen and all(map(math.isfinite, seen[0])) else None,
        }

    return {
        'meta': {k: v for k, v in meta.items()},
        'frames': len(times),
        'linesLeftUnread': left,
        'firstTime': times[0],
        'lastTime': times[-1],
        'labels': labels,
        'points': [track(i) for i in range(markers)],
    }


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: check_trc.py FILE')
    sys.stdout.reconfigure(encoding='utf-8')
    try:
        with open(sys.argv[1], encoding='utf-8', errors='surrogateescape', newline='') as f:
            found = read(f.read())
    except Refused as refusal:
        sys.stderr.write('%s\n' % refusal)
        sys.exit(1)
    print(json.dumps(found, ensure_ascii=False))
