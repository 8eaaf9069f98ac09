"""Trains the recurrent part of the sentiment model from what `read.ts` wrote; on one thread the same readings give the same bytes.

  python3 models/sentiment/recurrent.py READINGS --held 0
  python3 models/sentiment/recurrent.py READINGS

The first leaves what a network says of fold 0 of the labelled texts that learnt without it (READINGS/held-0.json): to that train.ts
fits the probabilities. The second leaves READINGS/recurrent.bin, learnt from all. Three steps. A network learns the language of unlabelled news (which word comes next, from
either side); from it large networks learn tone from the labelled texts. All are kept in READINGS and taken up again; with
--teacher 1, 2 or 3 the large ones can learn and judge side by side beforehand. Together they judge names in the unlabelled
news, and a small network learns from those judgements and the labels.
Debian's python3-torch and python3-numpy suffice, with libopenblas0-pthread three times as fast.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

PAD, UNKNOWN, OTHER, TARGET = range(4)
SPECIAL = 4
WORDS, SMALL_WORDS, DIMENSIONS, CLASSES = 24_000, 16_000, 100, 15
LARGE, UPPER, SMALL, HIDDEN, ASKED = 160, 96, 48, 32, 32
LANGUAGE_STEPS, LARGE_ROUNDS, SMALL_ROUNDS = 13_500, 3, 5
TEACHERS = (1, 2, 3)
# A name is known by so many of its last words, and in learning by none so often: what is said of it must suffice.
NAME_WORDS, NAMELESS = 3, 0.4
# How much an example counts, by source.
WORTH = dict(headlines=2, paragraphs=3, sentences=2, wholes=0.7, posts=0.5, reports=0.3, read=1, written=2, contrasts=0.4)
WORTH |= {'read wholes': 0.5, 'press': 0.7}
JUDGED = 0.3
GIVEN = {'headlines', 'paragraphs', 'sentences', 'posts'}
MADE_UP = {'contrasts': 2, 'written': 3}


def lines(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


def vocabulary(examples, news, vectors):
    """Words by how often they are used, and what is known of them beforehand."""
    counts = collections.Counter()
    for row in news:
        counts.update(row['words'])
    for row in examples:
        # The words stay the same, whatever is labelled or made up later.
        if row['source'] not in GIVEN:
            continue
        counts.update({word: 3 for word in set(row['words'])})
    often = sorted((word for word, count in counts.items() if count >= 6), key=lambda word: (-counts[word], word))
    ids = {word: i + SPECIAL for i, word in enumerate(often[:WORDS])}
    table = np.random.RandomState(0).randn(len(ids) + SPECIAL, DIMENSIONS).astype(np.float32) * 0.05
    table[PAD] = 0
    known = set()
    with gzip.open(vectors, 'rt') as file:
        for line in file:
            word, *numbers = line.split()
            i = ids.get(hash_of(re.sub(r'\d+([.,]\d+)*', '#', word)))
            if i is not None and i not in known and len(numbers) == DIMENSIONS:
                known.add(i)
                table[i] = np.array(numbers, dtype=np.float32)
    frequency = np.zeros(len(table))
    for word, i in ids.items():
        frequency[i] = counts[word]
    return ids, table, frequency


def sequence(row, target, others, ids, target_token=TARGET, left=30, right=36):
    """Words, their classes, where the target stands (-1: the whole), and the own words of names, which are one word each."""
    ends = {start: end for start, end in others + ([target] if target else []) if end > start}
    words, classes, own, at, i = [], [], [], -1, 0
    while i < len(row['words']):
        end = ends.get(i)
        if end is None:
            words.append(ids.get(row['words'][i], UNKNOWN)), classes.append(row['classes'][i]), own.append(NO_NAME)
            i += 1
            continue
        is_target = target is not None and i == target[0]
        if is_target:
            at = len(words)
        named = [ids.get(word, UNKNOWN) for word in row['words'][i:end]][-NAME_WORDS:]
        words.append(target_token if is_target else OTHER), classes.append(0), own.append(named + NO_NAME[len(named) :])
        i = end
    low, high = (0, 56) if at < 0 else (max(0, at - left), at + right)
    kept = lambda values: np.array(values[low:high], dtype=np.int32)
    return kept(words), kept(classes), at if at < 0 else at - low, kept(own).reshape(-1, NAME_WORDS)


NO_NAME = [PAD] * NAME_WORDS


def padded(sequences):
    length = max(len(words) for words, _, _, _ in sequences)
    words = np.zeros((len(sequences), length), dtype=np.int64)
    classes = np.zeros_like(words)
    own = np.zeros((len(sequences), length, NAME_WORDS), dtype=np.int64)
    for k, (said, said_classes, _, said_own) in enumerate(sequences):
        words[k, : len(said)], classes[k, : len(said)], own[k, : len(said)] = said, said_classes, said_own
    bits = (classes[..., None] >> np.arange(CLASSES)) & 1
    at = torch.tensor([at for _, _, at, _ in sequences])
    return torch.from_numpy(words), torch.from_numpy(bits.astype(np.float32)), at, torch.from_numpy(own)


def name_of(own, vectors, learning):
    """The mean of a name's own words, 0 where there is no name; while learning it is often kept back."""
    there = (own != PAD).float()
    name = (vectors(own) * there[..., None]).sum(-2) / there.sum(-1, keepdim=True).clamp(min=1)
    return name * (torch.rand(name.shape[:-1]) >= NAMELESS)[..., None] if learning else name


def reversed_within(x, lengths):
    places = (lengths[:, None] - 1 - torch.arange(x.shape[1])[None]).clamp(min=0)
    return x.gather(1, places[..., None].expand_as(x))


class Encoder(nn.Module):
    """Word vectors and an LSTM from either side."""

    def __init__(self, table):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(table), freeze=False, padding_idx=PAD)
        self.classes = nn.Linear(CLASSES, DIMENSIONS, bias=False)
        self.forwards = nn.LSTM(DIMENSIONS, LARGE, batch_first=True)
        self.backwards = nn.LSTM(DIMENSIONS, LARGE, batch_first=True)

    def forward(self, words, bits, more=0):
        x = F.dropout(self.words(words) + self.classes(bits) + more, 0.2, self.training)
        lengths = (words != PAD).sum(1)
        return self.forwards(x)[0], reversed_within(self.backwards(reversed_within(x, lengths))[0], lengths)


class Large(nn.Module):
    """A second LSTM from either side; tone of the target's state, the words it attends to, and the strongest of all."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.role = nn.Embedding(3, DIMENSIONS)
        self.role.weight.data.mul_(0.1)
        self.named = nn.Linear(DIMENSIONS, DIMENSIONS, bias=False)
        self.named.weight.data.mul_(0.3)
        self.upwards = nn.LSTM(2 * LARGE, UPPER, batch_first=True)
        self.downwards = nn.LSTM(2 * LARGE, UPPER, batch_first=True)
        width = 2 * LARGE + 2 * UPPER
        self.asked, self.offered = nn.Linear(width, 64), nn.Linear(width, 64)
        self.distance = nn.Embedding.from_pretrained(torch.zeros(40, 1), freeze=False)
        self.inner, self.outer = nn.Linear(3 * width, 96), nn.Linear(96, 3)

    def forward(self, words, bits, at, own):
        place, known = torch.arange(words.shape[1])[None], words != PAD
        is_target = torch.where(at[:, None] < 0, known, place == at[:, None])
        role = torch.where(at[:, None] < 0, torch.full_like(words, 2), is_target.long())
        more = self.role(role) + self.named(name_of(own, self.encoder.words, self.training))
        lower = torch.cat(self.encoder(words, bits, more), 2)
        dropped, lengths = F.dropout(lower, 0.25, self.training), known.sum(1)
        backwards = reversed_within(self.downwards(reversed_within(dropped, lengths))[0], lengths)
        states = torch.cat([lower, self.upwards(dropped)[0], backwards], 2)
        target = (states * is_target[..., None]).sum(1) / is_target.sum(1, keepdim=True).clamp(min=1)
        away = torch.where(at[:, None] < 0, torch.zeros_like(words), (place - at[:, None] + 20).clamp(0, 39))
        attention = (torch.tanh(self.offered(states)) * self.asked(target)[:, None]).sum(2) / 8 + self.distance(away)[..., 0]
        attended = (states * attention.masked_fill(~known, -1e4).softmax(1)[..., None]).sum(1)
        strongest = states.masked_fill(~known[..., None], -1e4).max(1)[0]
        drop = lambda x: F.dropout(x, 0.35, self.training)
        return self.outer(drop(torch.relu(self.inner(drop(torch.cat([target, attended, strongest], 1))))))


def bounded(x):
    """From -1 to 1 in two parabolas: like tanh, but the same in whole numbers."""
    x = x.clamp(-2, 2)
    return x * (1 - x.abs() / 4)


class Small(nn.Module):
    """What src/annotate/sentiment/recurrent.ts runs: light gated recurrent units from either side, and attention to their states."""

    def __init__(self, table):
        super().__init__()
        table = table[: SMALL_WORDS + SPECIAL] / (table.std() * 3)
        self.words = nn.Embedding.from_pretrained(table, freeze=False, padding_idx=PAD)
        # Of either way, what is added, then what is kept.
        self.rows = nn.Linear(DIMENSIONS, 4 * SMALL, bias=False)
        self.biases = nn.Parameter(torch.tensor([0.0, 1.5]).repeat_interleave(SMALL).repeat(2, 1))
        self.matrices = nn.Parameter(torch.randn(2, SMALL, 2 * SMALL) * 0.7 / SMALL**0.5)
        self.key, self.query = nn.Linear(2 * SMALL, ASKED, bias=False), nn.Linear(2 * SMALL, ASKED)
        self.distance = nn.Embedding.from_pretrained(torch.zeros(40, 1), freeze=False)
        self.inner, self.outer = nn.Linear(6 * SMALL + 2, HIDDEN), nn.Linear(HIDDEN, 3)
        self.named = nn.Linear(DIMENSIONS, HIDDEN, bias=False)
        self.named.weight.data.mul_(0.3)

    def states(self, words, lengths):
        forwards, backwards = self.rows(F.dropout(self.words(words), 0.2, self.training)).chunk(2, 2)
        given = torch.stack([forwards, reversed_within(backwards, lengths)]) + self.biases[:, None, None]
        state, states = torch.zeros_like(given[:, :, 0, :SMALL]), []
        for word in given.unbind(2):
            added, kept = torch.baddbmm(word, state, self.matrices).chunk(2, 2)
            added = bounded(added)
            state = added + (0.5 + 0.5 * bounded(kept / 2)) * (state - added)
            states.append(state)
        forwards, backwards = torch.stack(states, 2)
        return forwards, reversed_within(backwards, lengths)

    def forward(self, words, bits, at, own):
        known, row, whole = words != PAD, torch.arange(len(words)), at < 0
        lengths = known.sum(1)
        forwards, backwards = self.states(words, lengths)
        before, after = torch.where(whole, lengths - 1, at - 1), torch.where(whole, torch.zeros_like(at), at + 1)
        left = forwards[row, before.clamp(min=0)] * (before >= 0)[:, None]
        right = backwards[row, after.clamp(max=words.shape[1] - 1)] * (after < lengths)[:, None]
        states, beside = torch.cat([forwards, backwards], 2), torch.cat([left, right], 1)
        away = (torch.arange(words.shape[1])[None] - at[:, None] + 20).clamp(0, 39) * (~whole)[:, None]
        attention = (self.key(states) * self.query(beside)[:, None]).sum(2) / ASKED**0.5 + self.distance(away)[..., 0]
        attended = (states * attention.masked_fill(~known, -1e4).softmax(1)[..., None]).sum(1)
        ends = torch.cat([forwards[row, lengths - 1], backwards[:, 0]], 1)
        seen = torch.cat([beside, ends, attended, whole[:, None].float(), (at == 0)[:, None].float()], 1)
        target_words = own[row, at.clamp(min=0)] * (~whole)[:, None]
        name = self.named(name_of(target_words, self.words, self.training))
        return self.outer(F.relu(self.inner(F.dropout(seen, 0.15, self.training)) + name))


def quantised(rows):
    """Rows as signed bytes, and what a byte is worth."""
    scale = float(rows.abs().flatten().kthvalue(int(rows.numel() * 0.9998))[0]) / 127
    return (rows / scale).round().clamp(-127, 127).numpy().astype(np.int8), scale


def learn_language(encoder, news, ids, frequency, random):
    ahead, behind = nn.Linear(LARGE, DIMENSIONS), nn.Linear(LARGE, DIMENSIONS)
    bias = nn.Embedding.from_pretrained(torch.zeros(len(frequency), 1), freeze=False)
    parameters = [p for part in (encoder, ahead, behind, bias) for p in part.parameters()]
    optimiser = torch.optim.Adam(parameters, lr=2e-3)
    drawn = 600
    chance = frequency**0.75 / (frequency**0.75).sum()
    wrong = random.choice(len(frequency), size=1_000_000, p=chance)
    expected = torch.tensor(np.log(chance * drawn + 1e-9), dtype=torch.float32)
    order = np.argsort([len(row['words']) + random.rand() * 4 for row in news])
    batches = [order[i : i + 96] for i in range(0, len(order), 96)]
    for step in range(LANGUAGE_STEPS):
        if step % len(batches) == 0:
            random.shuffle(batches)
        chosen = [news[i] for i in batches[step % len(batches)]]
        masked = [row['names'] if random.rand() < 0.5 else [] for row in chosen]
        words, bits, _, _ = padded([sequence(row, None, names, ids) for row, names in zip(chosen, masked)])
        read = words.masked_fill((torch.rand(words.shape) < 0.05) & (words >= SPECIAL), UNKNOWN)
        read = read.masked_fill((words == OTHER) & (torch.rand(words.shape) < 0.3), TARGET)
        forwards, backwards = encoder(read, bits)
        start = random.randint(0, len(wrong) - drawn)
        negatives = torch.from_numpy(wrong[start : start + drawn])
        loss = 0
        for states, guess, gold in ((forwards[:, :-1], ahead, words[:, 1:]), (backwards[:, 1:], behind, words[:, :-1])):
            counted = gold >= SPECIAL
            guessed, right = guess(states[counted]), gold[counted]
            true = (guessed * encoder.words(right)).sum(1) + bias(right)[:, 0] - expected[right]
            false = guessed @ encoder.words(negatives).t() + bias(negatives)[:, 0] - expected[negatives]
            loss = loss + F.cross_entropy(torch.cat([true[:, None], false], 1), torch.zeros(len(right), dtype=torch.long))
        take_step(optimiser, parameters, loss, 2e-3 * min(1, (step + 1) / 200) * max(0.02, 1 - step / LANGUAGE_STEPS))
        if step % 200 == 0:
            print('language', step, round(float(loss) / 2, 3), flush=True)


def take_step(optimiser, parameters, loss, rate):
    for group in optimiser.param_groups:
        group['lr'] = rate * group.get('share', 1)
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimiser.step()


def learn_tone(network, optimiser, rate, sequences, soft, worth, rounds, size, random):
    parameters = list(network.parameters())
    usable = np.array([i for i, (words, _, _, _) in enumerate(sequences) if len(words) > 0 and worth[i] > 0])
    steps, step = rounds * len(usable) // size, 0
    network.train()
    for _ in range(rounds):
        shuffled = usable[random.permutation(len(usable))]
        batches = []
        for k in range(0, len(shuffled), size * 40):
            near = sorted(shuffled[k : k + size * 40], key=lambda i: len(sequences[i][0]))
            batches += [near[j : j + size] for j in range(0, len(near), size)]
        random.shuffle(batches)
        for batch in batches:
            words, bits, at, own = padded([sequences[i] for i in batch])
            words = words.masked_fill((torch.rand(words.shape) < 0.1) & (words >= SPECIAL), UNKNOWN)
            losses = -(torch.from_numpy(soft[batch]) * F.log_softmax(network(words, bits, at, own), 1)).sum(1)
            loss = (losses * torch.from_numpy(worth[batch])).sum() / (size * 0.6)
            take_step(optimiser, parameters, loss, rate * min(1, step / (0.07 * steps)) * max(0.01, 1 - step / steps))
            step += 1
    network.eval()


def names_in(news):
    """Two of the names of each sentence; of the others in it, half are known as such."""
    random, chosen = np.random.RandomState(2), []
    for row in news:
        names = row['names'][:4]
        for at in random.permutation(len(names))[:2]:
            others = [name for name in row['names'] if name != names[at] and random.rand() < 0.5]
            chosen.append((row, names[at], others))
    return chosen


def scores_of(network, sequences):
    scores = np.zeros((len(sequences), 3), dtype=np.float32)
    order = np.argsort([len(words) for words, _, _, _ in sequences], kind='stable')
    order = order[np.array([len(sequences[i][0]) > 0 for i in order])]
    with torch.no_grad():
        for k in range(0, len(order), 256):
            scores[order[k : k + 256]] = network(*padded([sequences[i] for i in order[k : k + 256]])).numpy()
    return scores


def softmax(scores):
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def hash_of(word):
    """FNV-1a over UTF-16 units, as hashOf of reading.ts."""
    value = 0x811C9DC5
    for (unit,) in struct.iter_unpack('<H', word.encode('utf-16-le')):
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    return value - (1 << 32) if value >= 1 << 31 else value


def write(network, ids, path):
    """The layout is that of src/annotate/sentiment/network.ts; the order within tables, that of models/sentiment/kernel/kernel.ts."""
    half = torch.tensor([1, 1 / 2])  # of what is added, of what is kept
    with torch.no_grad():
        rows = network.rows(network.words.weight).reshape(-1, 2, 2, SMALL) * half[:, None]
        (added, added_scale), (kept, kept_scale) = (quantised(rows[:, :, part].contiguous()) for part in (0, 1))
        names, name_scale = quantised(network.named(network.words.weight))
        biases = network.biases.reshape(2, 2, SMALL) * half[:, None]
        matrices = network.matrices.reshape(2, SMALL, 2, SMALL).permute(0, 2, 3, 1) * half[:, None, None]
        inner, outer = network.inner.weight, network.outer
        beside, ends, attended = (inner[:, part * 2 * SMALL : (part + 1) * 2 * SMALL] for part in (0, 1, 2))
        asking = network.key.weight.t() @ network.query.weight / ASKED**0.5
        asked = network.key.weight.t() @ network.query.bias / ASKED**0.5
    bits = bits_for(matrices, biases.abs() + 127 * torch.tensor([added_scale, kept_scale])[:, None])
    inner_bits, asking_bits = bits_for(inner.detach()), bits_for(asking)
    fine = lambda table, bits: (table.detach() * 2.0**bits).round().numpy()
    grouped = fine(matrices, bits).reshape(2, 2, -1, 16, SMALL // 2, 2).transpose(0, 2, 4, 1, 3, 5)
    weighing = lambda table, bits: fine(table, bits).reshape(-1, 16, SMALL, 2).transpose(0, 2, 1, 3).astype('<i2').tobytes()
    listed = [word for word, _ in sorted(ids.items(), key=lambda item: item[1])][:SMALL_WORDS]
    hashes = [hash_of('<other>'), hash_of('<unknown>'), *listed]
    of_words = lambda rows: np.concatenate([rows[[OTHER, UNKNOWN]], rows[SPECIAL:]]).tobytes()
    both = np.stack([added.reshape(-1, 2, SMALL // 16, 16), kept.reshape(-1, 2, SMALL // 16, 16)], 3)
    floats = lambda *tables: b''.join(np.ascontiguousarray(table.detach().numpy(), dtype='<f4').tobytes() for table in tables)
    worth = lambda scale: round(scale * 2 ** (14 + bits))
    path.write_bytes(
        struct.pack('<8if', SMALL, HIDDEN, len(hashes), worth(added_scale), worth(kept_scale), bits, inner_bits, asking_bits, name_scale)
        + fine(biases, 14 + bits).reshape(2, 2, -1, 16).transpose(0, 2, 1, 3).astype('<i4').tobytes()
        + grouped.astype('<i2').tobytes()
        + b''.join(weighing(table, inner_bits) for table in (beside, ends, attended))
        + weighing(asking, asking_bits)
        + of_words(both)
        + floats(asked, network.distance.weight, inner[:, -2], inner[:, -1], network.inner.bias)
        + floats(torch.cat([outer.weight, outer.bias[:, None]], 1))
        + struct.pack(f'<{len(hashes)}i', *hashes)
        + of_words(names)
    )


def bits_for(table, beside=0):
    """After how many binary places weights are cut, so that each has 16 bits and a sum, of 14 places more, 32."""
    sums, largest = table.abs().sum(-1) + beside, table.abs().max()
    return min(12, int(np.floor(16.9 - np.log2(float(sums.max())))), int(np.floor(14.9 - np.log2(float(largest)))))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('readings', type=pathlib.Path)
    arguments.add_argument('--held', type=int, default=-1)
    arguments.add_argument('--teacher', type=int, choices=TEACHERS, help='let this large network learn and judge, and end')
    options = arguments.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    random = np.random.RandomState(0)
    examples, news = lines(options.readings / 'examples.jsonl'), lines(options.readings / 'news.jsonl')
    vectors = (options.readings / 'vectors').read_text().strip()
    ids, table, frequency = vocabulary(examples, news, vectors)
    encoder = Encoder(table)
    language = options.readings / 'language.pt'
    if not language.exists():
        learn_language(encoder, news, ids, frequency, random)
        torch.save(encoder.state_dict(), language)
    encoder.load_state_dict(torch.load(language))
    word_table = encoder.words.weight.detach().clone()

    held = np.array([row['fold'] == options.held for row in examples])
    worth = np.array([WORTH[row['source']] for row in examples], dtype=np.float32) * ~held
    labels = np.eye(3, dtype=np.float32)[[row['label'] for row in examples]] * 0.95 + 0.05 / 3
    sequences = [sequence(row, row['range'], row['others'], ids) for row in examples]
    chosen = names_in(news)
    every = sequences + [sequence(*one, ids) for one in chosen]
    judgements = []
    for seed in TEACHERS if options.teacher is None else [options.teacher]:
        learnt, judged = options.readings / f'large-{seed}.pt', options.readings / f'judged-{seed}.npy'
        torch.manual_seed(seed)
        encoder.load_state_dict(torch.load(language))
        large = Large(encoder)
        if learnt.exists():
            large.load_state_dict(torch.load(learnt))
            large.eval()
        else:
            inside = {id(p) for p in encoder.parameters()}
            others = [p for p in large.parameters() if id(p) not in inside]
            groups = [{'params': list(encoder.parameters()), 'share': 0.6}, {'params': others}]
            random = np.random.RandomState(seed)
            learn_tone(large, torch.optim.Adam(groups, lr=1.5e-3), 1.5e-3, sequences, labels, worth, LARGE_ROUNDS, 64, random)
            torch.save(large.state_dict(), learnt)
        if not judged.exists():
            np.save(judged, softmax(scores_of(large, every)))
        judgements.append(np.load(judged))
    together = sum(judgements) / len(judgements)
    report('large', together, examples, held)
    if options.teacher is not None:
        return
    labels = (labels + together[: len(examples)]) / 2

    small_ids = {word: i for word, i in ids.items() if i < SMALL_WORDS + SPECIAL}
    every = [sequence(row, row['range'], row['others'], small_ids, OTHER, 40, 44) for row in examples]
    every += [sequence(*one, small_ids, OTHER, 40, 44) for one in chosen]
    small = Small(word_table)
    # What was made up to teach turns of phrase has to be learnt well by a network this small.
    worth = worth * np.array([MADE_UP.get(row['source'], 1) for row in examples], dtype=np.float32)
    torch.manual_seed(2)
    random = np.random.RandomState(2)
    soft = np.concatenate([labels, together[len(examples) :]]).astype(np.float32)
    worth = np.concatenate([worth, np.full(len(chosen), JUDGED, np.float32)])
    learn_tone(small, torch.optim.Adam(small.parameters(), lr=3e-3), 3e-3, every, soft, worth, SMALL_ROUNDS, 128, random)
    scores = scores_of(small, every[: len(examples)])
    report('small', scores, examples, held)
    if options.held < 0:
        write(small, ids, options.readings / 'recurrent.bin')
    else:
        kept = {int(i): [round(float(s), 4) for s in scores[i]] for i in np.flatnonzero(held)}
        (options.readings / f'held-{options.held}.json').write_text(json.dumps(kept))


def report(name, scores, examples, held):
    said = scores.argmax(1)
    for source in WORTH:
        rows = [i for i, row in enumerate(examples) if row['source'] == source and held[i]]
        if rows:
            right = np.mean([said[i] == examples[i]['label'] for i in rows])
            print(f'{name:6} {source:12} {len(rows):5} accuracy {right:.4f}', flush=True)


main()
