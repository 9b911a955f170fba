#!/usr/bin/env python3
"""An independent reading of a folder of C3D and TRC files, printed as JSON.

    read_mocap.py FOLDER > mocap.json

Written from the definition of each format with the standard library alone, to
compare the readers of Clonus.Formats with. No subject's name, description or
path leaves a file.
"""

import json
import math
import os
import struct
import sys

BLOCK = 512
INTEL, DEC, MIPS = 84, 85, 86
KEY = 12345


class Bytes:
    """The bytes of a C3D file in the order and floats of its processor."""

    def __init__(self, data, processor):
        self.data = data
        self.processor = processor
        self.order = '>' if processor == MIPS else '<'

    def i8(self, at):
        return struct.unpack_from('b', self.data, at)[0]

    def u8(self, at):
        return self.data[at]

    def i16(self, at):
        return struct.unpack_from(self.order + 'h', self.data, at)[0]

    def u16(self, at):
        return struct.unpack_from(self.order + 'H', self.data, at)[0]

    def f32(self, at):
        if self.processor != DEC:
            return struct.unpack_from(self.order + 'f', self.data, at)[0]
        # A VAX F float: the two words are swapped, the exponent's bias is 128
        # and the mantissa 0.1f: a quarter of what the same bits are as IEEE.
        low, high = struct.unpack_from('<HH', self.data, at)
        bits = (low << 16) | high
        exponent = (bits >> 23) & 0xFF
        if exponent == 0:
            return 0.0
        sign = -1.0 if bits >> 31 else 1.0
        return sign * math.ldexp(0x800000 | (bits & 0x7FFFFF), exponent - 128 - 24)


def text(raw):
    try:
        return raw.decode('utf-8')
    except UnicodeDecodeError:
        return raw.decode('latin-1')


def trim(s):
    return s.strip(' \0\t\r\n')


def parameters(data, start):
    """{'GROUP': {'NAME': (type, dims, at)}}, where data lies at byte 'at'."""
    processor = data[start + 3]
    b = Bytes(data, processor)
    blocks = data[start + 2]
    names, found = {}, []
    at = start + 4
    end = min(len(data), start + blocks * BLOCK) if blocks else len(data)
    while at + 2 <= len(data):
        length, group = b.i8(at), b.i8(at + 1)
        if length == 0 or group == 0:
            break
        length = abs(length)
        name = text(data[at + 2:at + 2 + length]).upper()
        pointer = at + 2 + length
        step = b.u16(pointer)
        if group < 0:
            names[-group] = name
        else:
            kind, rank = b.i8(pointer + 2), b.u8(pointer + 3)
            dims = [b.u8(pointer + 4 + i) for i in range(rank)]
            found.append((group, name, (kind, dims, pointer + 4 + rank)))
        if step == 0:
            break
        at = pointer + step
    groups = {name: {} for name in names.values()}
    for group, name, what in found:
        groups.setdefault(names.get(group, '#%d' % group), {})[name] = what
    return b, groups, at <= end


def numbers(b, parameter):
    if parameter is None:
        return []
    kind, dims, at = parameter
    count = math.prod(dims)
    if kind == 1:
        return [b.u8(at + i) for i in range(count)]
    if kind == 2:
        return [b.i16(at + 2 * i) for i in range(count)]
    if kind == 4:
        return [b.f32(at + 4 * i) for i in range(count)]
    return []


def strings(b, parameter):
    if parameter is None:
        return []
    kind, dims, at = parameter
    if kind != -1:
        return []
    width = dims[0] if dims else 1
    count = math.prod(dims[1:])
    return [trim(text(b.data[at + i * width:at + (i + 1) * width])) for i in range(count)]


def continued(read, b, group, name):
    """NAME, NAME2, NAME3 ... one behind the other."""
    out = list(read(b, group.get(name)))
    i = 2
    while name + str(i) in group:
        out += read(b, group[name + str(i)])
        i += 1
    return out


def rounded(v):
    return float('%.8g' % v)


def point(label, samples, zeros=0):
    """One line about a point; samples are triples or None for a missing one.

    'zeros' counts the samples at exactly 0,0,0 that are not marked as missing.
    """
    seen = [s for s in samples if s is not None]
    return {
        'label': label,
        'missing': len(samples) - len(seen),
        'zeros': zeros,
        'sum': [rounded(math.fsum(s[i] for s in seen)) for i in range(3)],
        'first': [rounded(v) for v in seen[0]] if seen else None,
        'last': [rounded(v) for v in seen[-1]] if seen else None,
    }


def read_c3d(data):
    notes = []
    if data[1] != 0x50:
        raise ValueError('the second byte is not 0x50')
    start = (data[0] - 1) * BLOCK
    b, groups, within = parameters(data, start)
    if b.processor not in (INTEL, DEC, MIPS):
        raise ValueError('processor %d' % b.processor)
    if not within:
        notes.append('parameters run beyond their blocks')

    count, analogs = b.u16(2), b.u16(4)
    first, last = b.u16(6), b.u16(8)
    scale, block, rate = b.f32(12), b.u16(16), b.f32(20)

    p = groups.get('POINT', {})
    trial = groups.get('TRIAL', {})

    used = numbers(b, p.get('USED'))
    if used and used[0] & 0xFFFF != count:
        notes.append('POINT:USED %d, header %d' % (used[0] & 0xFFFF, count))
    s = numbers(b, p.get('SCALE'))
    if s and abs(s[0] - scale) > 1e-6 * abs(scale):
        notes.append('POINT:SCALE %g, header %g' % (s[0], scale))
        # The one file of this kind here stands 1.5 m high by its header, 0.6 m by its parameter.
    if scale == 0 and s:
        scale = s[0]
    r = numbers(b, p.get('RATE'))
    if r and abs(r[0] - rate) > 1e-6 * abs(rate):
        notes.append('POINT:RATE %g, header %g' % (r[0], rate))
    if r and r[0] > 0:
        rate = r[0]
    d = numbers(b, p.get('DATA_START'))
    if d and (d[0] & 0xFFFF) != block:
        notes.append('POINT:DATA_START %d, header %d' % (d[0] & 0xFFFF, block))

    def field(name):
        v = numbers(b, trial.get(name))
        if len(v) == 2 and all(isinstance(x, int) for x in v):
            return (v[0] & 0xFFFF) | ((v[1] & 0xFFFF) << 16)
        return int(v[0]) if len(v) == 1 else None

    actual_first, actual_last = field('ACTUAL_START_FIELD'), field('ACTUAL_END_FIELD')
    frames = numbers(b, p.get('FRAMES'))
    declared = None
    if frames:
        declared = int(frames[0]) & 0xFFFF if isinstance(frames[0], int) else int(frames[0])
    from_header = last - first + 1
    if declared is not None and declared != from_header:
        notes.append('POINT:FRAMES %d, header %d' % (declared, from_header))
    if actual_first is not None and actual_last is not None:
        if actual_first != first:
            notes.append('ACTUAL_START_FIELD %d, header %d' % (actual_first, first))
        if actual_last - actual_first + 1 != from_header:
            notes.append('ACTUAL fields hold %d frames, header %d'
                         % (actual_last - actual_first + 1, from_header))
        first, total = actual_first, actual_last - actual_first + 1
    else:
        total = from_header

    real = scale < 0
    size = (16 if real else 8) * count + (4 if real else 2) * analogs
    at = (block - 1) * BLOCK
    fits = (len(data) - at) // size if size else 0
    if fits < total:
        notes.append('%d frames said, %d present' % (total, fits))
        total = fits
    if (fits - total) * size >= BLOCK:
        notes.append('room for %d frames beyond the last said' % (fits - total))

    labels = continued(strings, b, p, 'LABELS')
    if len(labels) != count:
        notes.append('%d labels for %d points' % (len(labels), count))
    labels = (labels + [''] * count)[:count]
    if len(set(labels)) != len(labels):
        notes.append('labels that are given more than once')

    tracks = [[] for _ in range(count)]
    zeros = [0] * count
    unit = abs(scale)
    for f in range(total):
        base = at + f * size
        for i in range(count):
            if real:
                o = base + 16 * i
                x, y, z, w = (b.f32(o), b.f32(o + 4), b.f32(o + 8), b.f32(o + 12))
                seen = w >= 0 and all(map(math.isfinite, (x, y, z)))
            else:
                o = base + 8 * i
                x, y, z, w = (b.i16(o), b.i16(o + 2), b.i16(o + 4), b.i16(o + 6))
                seen = w >= 0
                x, y, z = x * unit, y * unit, z * unit
            if seen and x == 0 and y == 0 and z == 0:
                zeros[i] += 1
            tracks[i].append((x, y, z) if seen else None)
    if any(zeros):
        notes.append('%d samples at 0,0,0 that are not marked as missing' % sum(zeros))

    events = []
    e = groups.get('EVENT', {})
    if e:
        times = continued(numbers, b, e, 'TIMES')
        names = continued(strings, b, e, 'LABELS')
        contexts = continued(strings, b, e, 'CONTEXTS')
        n = numbers(b, e.get('USED'))
        n = n[0] if n else 0
        if len(times) < 2 * n:
            notes.append('EVENT:TIMES holds %d numbers for %d events' % (len(times), n))
        for i in range(min(n, len(times) // 2)):
            events.append({
                'time': rounded(60.0 * times[2 * i] + times[2 * i + 1]),
                'label': names[i] if i < len(names) else '',
                'context': contexts[i] if i < len(contexts) else '',
            })
    in_header = []
    if b.u16(298) == KEY:
        for i in range(min(b.u16(300), 18)):
            in_header.append({
                'time': rounded(b.f32(304 + 4 * i)),
                'label': trim(text(data[396 + 4 * i:400 + 4 * i])),
                'context': '',
            })
    if in_header:
        notes.append('%d events in the header' % len(in_header))
        if not e:
            events = in_header

    units = strings(b, p.get('UNITS'))
    return {
        'format': 'C3D, %s, %s' % ({INTEL: 'Intel', DEC: 'DEC', MIPS: 'MIPS'}[b.processor],
                                   'floats' if real else 'integers'),
        'frames': total,
        'firstFrame': first,
        'rate': rounded(rate),
        'unit': units[0] if units else '',
        'firstTime': rounded(max(0, first - 1) / rate),
        'note': '; '.join(notes),
        'events': events,
        'points': [point(labels[i], tracks[i], zeros[i]) for i in range(count)],
    }


def read_trc(data):
    notes = []
    if b'\r\n' in data:
        notes.append('lines end in CR LF')
    lines = text(data).replace('\r\n', '\n').split('\n')
    cut = ',' if lines[0].startswith('PathFileType,') else '\t'
    if cut == ',':
        notes.append('commas between the cells')
    if '"' in lines[0] or '\\' in lines[0] or '/' in lines[0].replace('(X/Y/Z)', ''):
        notes.append('a path in line 1')
    rows = [[c.strip() for c in line.split(cut)] for line in lines]
    keys = [c for c in rows[1] if c]
    values = [c for c in rows[2] if c]
    if '' in rows[2][:len(values)]:
        notes.append('empty cells between the values of line 3')
    header = dict(zip(keys, values))

    if rows[3][0] != 'Frame#' or rows[3][1] != 'Time':
        notes.append('line 4 begins with %s' % rows[3][:2])
    named = [(i, c) for i, c in enumerate(rows[3]) if c and i >= 2]
    if any(i % 3 != 2 for i, _ in named):
        notes.append('names that are not three columns apart')
    declared = int(header['NumMarkers'])
    if declared != len(named):
        notes.append('%d markers said, %d named' % (declared, len(named)))
    labels = [c for _, c in named]
    if len(set(labels)) != len(labels):
        notes.append('labels that are given more than once')
    axes = [c for c in rows[4] if c]
    if axes != [a + str(i + 1) for i in range(len(labels)) for a in 'XYZ']:
        notes.append('line 5 does not count X1 Y1 Z1 on')
    if len(rows[3]) != 3 * len(labels) + 2:
        notes.append('%d cells in line 4, %d in use' % (len(rows[3]), 3 * len(labels) + 2))

    body = rows[5:]
    blank = 0
    while body and not any(body[0]):
        body, blank = body[1:], blank + 1
    notes.append('%d blank rows before the data' % blank)

    def number(cell):
        try:
            v = float(cell)
        except ValueError:
            return None
        return v if math.isfinite(v) else None

    numbers_first, times, tracks = [], [], [[] for _ in labels]
    widths, zeros, partly = set(), [0] * len(labels), 0
    for index, row in enumerate(body):
        if not any(row):
            if any(any(later) for later in body[index:]):
                notes.append('data behind an empty line')
            break
        widths.add(len(row))
        numbers_first.append(int(float(row[0])))
        times.append(float(row[1]))
        for i in range(len(labels)):
            cells = [number(c) for c in row[2 + 3 * i:5 + 3 * i]]
            whole = len(cells) == 3 and None not in cells
            partly += (not whole) and any(c is not None for c in cells)
            zeros[i] += whole and not any(cells)
            tracks[i].append(tuple(cells) if whole else None)
    if widths != {3 * len(labels) + 2}:
        notes.append('rows of %s cells, %d in use' % (sorted(widths), 3 * len(labels) + 2))
    if partly:
        notes.append('%d samples with only part of their cells' % partly)
    if any(zeros):
        notes.append('%d samples at 0,0,0' % sum(zeros))
    if int(header['NumFrames']) != len(times):
        notes.append('%s frames said, %d present' % (header['NumFrames'], len(times)))
    if numbers_first != list(range(numbers_first[0], numbers_first[0] + len(times))):
        notes.append('frame numbers that do not count on by one')
    rate = float(header['DataRate'])
    off = max(abs(t - (times[0] + i / rate)) for i, t in enumerate(times))
    if off > 0.1 / rate:
        notes.append('times up to %.4f s from an even rate' % off)

    return {
        'format': 'TRC',
        'frames': len(times),
        'firstFrame': numbers_first[0],
        'rate': rounded(rate),
        'unit': header['Units'],
        'firstTime': rounded(times[0]),
        'lastTime': rounded(times[-1]),
        'note': '; '.join(notes),
        'events': [],
        'points': [point(labels[i], tracks[i], zeros[i]) for i in range(len(labels))],
    }


def main(folder):
    out = []
    for name in sorted(os.listdir(folder)):
        end = os.path.splitext(name)[1].lower()
        if end not in ('.c3d', '.trc'):
            continue
        with open(os.path.join(folder, name), 'rb') as f:
            data = f.read()
        table = read_c3d(data) if end == '.c3d' else read_trc(data)
        points, events = table.pop('points'), table.pop('events')

        def block(key, things):
            if not things:
                return '   "%s": []' % key
            return '   "%s": [\n    %s\n   ]' % (
                key, ',\n    '.join(json.dumps(t, ensure_ascii=False) for t in things))

        lines = ['   %s: %s' % (json.dumps(k), json.dumps(v, ensure_ascii=False))
                 for k, v in table.items()]
        lines += [block('events', events), block('points', points)]
        out.append('  %s: {\n%s\n  }' % (json.dumps(name), ',\n'.join(lines)))
    sys.stdout.write('{\n' + ',\n'.join(out) + '\n}\n')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: read_mocap.py FOLDER')
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    main(sys.argv[1])
