#!/usr/bin/env python3
"""Reads a C3D file as a strict reader would and prints what it found as JSON.

    check_c3d.py FILE

Exit status 1 with a reason when a strict reader (ezc3d, Mokka) could stumble:
an Intel float file of whole 512-byte blocks is demanded, with records of the
parameter section that lie end to end, header and parameters that agree, a sane
ANALOG group, missing samples written as 0, 0, 0, -1 and well-formed events.
"""

import json
import math
import os
import struct
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from read_mocap import BLOCK, INTEL, KEY, Bytes, point, text, trim  # noqa: E402

KINDS = {-1: 'characters', 1: 'bytes', 2: 'integers', 4: 'floats'}
MISSING = struct.pack('<ffff', 0, 0, 0, -1.0)


class Refused(Exception):
    pass


def demand(condition, why):
    if not condition:
        raise Refused(why)


def walk(b, start):
    """Every record of the parameter section; each must end where the next begins."""
    data = b.data
    demand(data[start] == 1 and data[start + 1] == 0x50,
           'the parameter section does not begin with 01 50')
    demand(data[start + 3] == INTEL, 'processor %d is not 84, Intel' % data[start + 3])
    end = start + data[start + 2] * BLOCK
    demand(data[start + 2] > 0 and end <= len(data), 'the parameter section leaves the file')
    ids, groups, at, last = {}, {}, start + 4, False
    while True:
        demand(at < end, 'the records of the parameter section do not end in it')
        length, group = b.i8(at), b.i8(at + 1)
        if length == 0:
            demand(not any(data[at:end]), 'bytes behind the last parameter')
            break
        demand(not last, 'a record behind the one that says it is the last')
        demand(group != 0, 'a record of group 0')
        raw = data[at + 2:at + 2 + abs(length)]
        demand(all(c == 0x5F or 0x30 <= c <= 0x39 or 0x41 <= c <= 0x5A for c in raw),
               'a name that is not of A-Z, 0-9 and _')
        name = raw.decode('ascii')
        pointer = at + 2 + abs(length)
        step = b.u16(pointer)
        if group < 0:
            demand(-group not in ids, 'group %d is there twice' % -group)
            demand(name not in groups, 'group %s is there twice' % name)
            ids[-group] = name
            groups[name] = {}
            size = 3 + b.u8(pointer + 2)
        else:
            demand(group in ids, '%s comes before its group' % name)
            mine = groups[ids[group]]
            demand(name not in mine, '%s:%s is there twice' % (ids[group], name))
            kind, rank = b.i8(pointer + 2), b.u8(pointer + 3)
            demand(kind in KINDS, '%s:%s is of type %d' % (ids[group], name, kind))
            demand(rank <= 7, '%s:%s has %d dimensions' % (ids[group], name, rank))
            dims = [b.u8(pointer + 4 + i) for i in range(rank)]
            held = abs(kind) * math.prod(dims)
            mine[name] = (kind, dims, pointer + 4 + rank)
            size = 5 + rank + held + b.u8(pointer + 4 + rank + held)
        last = step == 0
        demand(last or step == size, '%s points %d bytes on, but is %d long' % (name, step, size))
        demand(pointer + size <= end, '%s leaves the parameter section' % name)
        at = pointer + size
    return groups, end


class Group:
    def __init__(self, b, groups, name):
        demand(name in groups, 'no group %s' % name)
        self.b, self.name, self.found = b, name, groups[name]

    def has(self, name):
        return name in self.found

    def one(self, name, kind):
        values = self.many(name, kind)
        demand(len(values) == 1, '%s:%s holds %d values' % (self.name, name, len(values)))
        return values[0]

    def many(self, name, kind, dims=None):
        demand(name in self.found, 'no %s:%s' % (self.name, name))
        is_kind, is_dims, at = self.found[name]
        demand(is_kind == kind, '%s:%s is of %s' % (self.name, name, KINDS[is_kind]))
        demand(dims is None or is_dims == dims, '%s:%s is %s' % (self.name, name, is_dims))
        count = math.prod(is_dims)
        if kind == 2:
            return [self.b.u16(at + 2 * i) for i in range(count)]
        return [self.b.f32(at + 4 * i) for i in range(count)]

    def strings(self, name):
        demand(name in self.found, 'no %s:%s' % (self.name, name))
        kind, dims, at = self.found[name]
        demand(kind == -1, '%s:%s is of %s' % (self.name, name, KINDS[kind]))
        demand(len(dims) in (1, 2), '%s:%s has %d dimensions' % (self.name, name, len(dims)))
        width, count = dims[0], dims[1] if len(dims) == 2 else 1
        out = []
        for i in range(count):
            raw = self.b.data[at + i * width:at + (i + 1) * width]
            try:
                raw.decode('utf-8')
            except UnicodeDecodeError:
                raise Refused('%s:%s cuts a letter in two' % (self.name, name))
            demand(b'\0' not in raw, '%s:%s is padded by something else than spaces'
                   % (self.name, name))
            out.append(trim(text(raw)))
        return out

    def run(self, name, read, most):
        """NAME, NAME2 ...: all but the last must be full."""
        parts = [read(name)]
        i = 2
        while self.has(name + str(i)):
            demand(len(parts[-1]) == most, '%s:%s%d though the one before has room'
                   % (self.name, name, i))
            parts.append(read(name + str(i)))
            i += 1
        return [v for part in parts for v in part]


def check(data):
    demand(len(data) >= 2 * BLOCK, 'shorter than two blocks')
    demand(len(data) % BLOCK == 0, '%d bytes are not whole blocks of 512' % len(data))
    demand(data[0] == 2 and data[1] == 0x50, 'the file does not begin with 02 50')
    b = Bytes(data, INTEL)
    groups, end = walk(b, BLOCK)

    count, analogs, first, last, gap = (b.u16(2 * i) for i in range(1, 6))
    scale, block, per_frame, rate = b.f32(12), b.u16(16), b.u16(18), b.f32(20)
    demand(analogs == 0 and per_frame == 0, 'analog samples in the header')
    demand(gap == 10, 'a largest gap of %d' % gap)
    demand(scale == -1.0, 'a scale of %g' % scale)
    demand(first >= 1, 'a first frame of 0')
    demand(math.isfinite(rate) and rate > 0, 'a rate of %g' % rate)
    demand((block - 1) * BLOCK == end, 'data begins at block %d, parameters end at byte %d'
           % (block, end))
    demand(not any(data[24:294]), 'header words 13 to 147 are not zero')
    demand(b.u16(294) == 0 and b.u16(296) == 0, 'a label and range section is announced')
    demand(b.u16(298) == KEY, 'header word 150 is not 12345')
    demand(not any(data[468:512]), 'the last header words are not zero')

    p = Group(b, groups, 'POINT')
    demand(p.one('USED', 2) == count, 'POINT:USED is not the header\'s')
    demand(p.one('SCALE', 4) == scale, 'POINT:SCALE is not the header\'s')
    demand(p.one('RATE', 4) == rate, 'POINT:RATE is not the header\'s')
    demand(p.one('DATA_START', 2) == block, 'POINT:DATA_START is not the header\'s')
    units = p.strings('UNITS')
    demand(len(units) == 1 and units[0], 'POINT:UNITS %s' % units)
    said = p.one('FRAMES', 2)
    labels = p.run('LABELS', p.strings, 255)
    demand(len(labels) == count, '%d labels for %d points' % (len(labels), count))
    demand(all(labels), 'a point without a label')
    demand(p.has('DESCRIPTIONS'), 'no POINT:DESCRIPTIONS')
    descriptions = p.run('DESCRIPTIONS', p.strings, 255)
    demand(len(descriptions) == count, '%d descriptions for %d points'
           % (len(descriptions), count))

    a = Group(b, groups, 'ANALOG')
    demand(a.one('USED', 2) == 0, 'ANALOG:USED is not 0')
    a.one('GEN_SCALE', 4)
    demand(a.one('RATE', 4) >= 0, 'ANALOG:RATE is negative')
    demand(len(a.many('SCALE', 4)) in (0, 1), 'ANALOG:SCALE of no channel')
    demand(len(a.many('OFFSET', 2)) in (0, 1), 'ANALOG:OFFSET of no channel')
    for name in ('LABELS', 'DESCRIPTIONS', 'UNITS'):
        a.strings(name)

    size = 16 * count
    demand(size > 0, 'no points')
    short = last - first + 1
    if 'TRIAL' in groups:
        t = Group(b, groups, 'TRIAL')
        fields = []
        for name in ('ACTUAL_START_FIELD', 'ACTUAL_END_FIELD'):
            low, high = t.many(name, 2, [2])
            fields.append(low | high << 16)
        demand(min(fields[0], 0xFFFF) == first, 'TRIAL:ACTUAL_START_FIELD is not the header\'s')
        first = fields[0]
        frames = fields[1] - fields[0] + 1
        demand(last == min(fields[1], 0xFFFF), 'the header ends at frame %d, the trial at %d'
               % (last, fields[1]))
    else:
        demand(last < 0xFFFF, 'frame 65535 or more without TRIAL:ACTUAL_END_FIELD')
        frames = short
    demand(frames >= 1, '%d frames' % frames)
    demand(said == min(frames, 0xFFFF), 'POINT:FRAMES is %d of %d' % (said, frames))
    whole = -(-frames * size // BLOCK) * BLOCK
    demand(len(data) == end + whole, '%d bytes of data where %d frames take %d'
           % (len(data) - end, frames, whole))
    demand(not any(data[end + frames * size:]), 'the last block is not filled up with zeros')

    tracks = [[] for _ in range(count)]
    for f in range(frames):
        for i in range(count):
            o = end + f * size + 16 * i
            x, y, z, w = struct.unpack_from('<ffff', data, o)
            demand(all(map(math.isfinite, (x, y, z, w))), 'no number in frame %d of %s'
                   % (first + f, labels[i]))
            if w < 0:
                demand(data[o:o + 16] == MISSING, 'missing, but not 0 0 0 -1: frame %d of %s'
                       % (first + f, labels[i]))
                tracks[i].append(None)
            else:
                demand(w == 0, 'a residual of %g: frame %d of %s' % (w, first + f, labels[i]))
                tracks[i].append((x, y, z))

    events = []
    if 'EVENT' in groups:
        e = Group(b, groups, 'EVENT')
        used = e.one('USED', 2)
        names = e.run('LABELS', e.strings, 255)
        contexts = e.run('CONTEXTS', e.strings, 255)
        times = e.run('TIMES', lambda n: list(zip(*[iter(e.many(n, 4))] * 2)), 255)
        for name in e.found:
            if name.startswith('TIMES'):
                demand(len(e.found[name][1]) == 2 and e.found[name][1][0] == 2,
                       'EVENT:%s is %s, not 2 by N' % (name, e.found[name][1]))
        demand(used == len(names) == len(contexts) == len(times),
               'EVENT:USED %d, %d labels, %d contexts, %d times'
               % (used, len(names), len(contexts), len(times)))
        for (minutes, seconds), name, context in zip(times, names, contexts):
            demand(minutes == int(minutes) and minutes >= 0, 'an event at %g minutes' % minutes)
            demand(0 <= seconds <= 60, 'an event at %g seconds of its minute' % seconds)
            demand(name, 'an event without a label')
            demand(context in ('Left', 'Right', 'General'), 'a context of "%s"' % context)
            events.append({'time': 60 * minutes + seconds, 'label': name, 'context': context})
    in_header = b.u16(300)
    demand(in_header <= min(18, len(events)), '%d events in the header' % in_header)
    for i in range(in_header):
        demand(data[396 + 4 * i:400 + 4 * i].strip(), 'an event without a label in the header')

    return {
        'frames': frames, 'firstFrame': first, 'rate': rate, 'unit': units[0],
        'blocks': len(data) // BLOCK, 'groups': sorted(groups), 'events': events,
        'points': [point(labels[i], tracks[i]) for i in range(count)],
    }


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: check_c3d.py FILE')
    sys.stdout.reconfigure(encoding='utf-8')
    with open(sys.argv[1], 'rb') as f:
        content = f.read()
    try:
        found = check(content)
    except Refused as refusal:
        sys.stderr.write('%s\n' % refusal)
        sys.exit(1)
    except (struct.error, IndexError):
        sys.stderr.write('the file ends in the middle of something\n')
        sys.exit(1)
    print(json.dumps(found, ensure_ascii=False))
