/** Gold cases of rate decisions as the press words them: every bank of the G20 and of the floating currencies, in many turns of phrase. */
import { ignores, reads, type Case } from '../cases.ts'

type Text = string | { readonly text: string; readonly title?: string; readonly publishedAt?: string }

const decides = (
  actor: string,
  action: 'hike' | 'cut' | 'hold',
  more: Record<string, unknown>,
  ...texts: Text[]
): Case[] =>
  reads({ kind: 'policy_event', type: 'rate_decision', actor, action, status: 'happened', ...more }, ...texts)

const levels = (low: number, changeBps?: number): Record<string, unknown> => ({
  rate: { low, ...(changeBps === undefined ? {} : { changeBps }) },
})
const by = (changeBps: number): Record<string, unknown> => ({ rate: { changeBps } })

const held: Case[] = [
  ...decides(
    'BOE',
    'hold',
    {},
    'The Bank of England held fire on Thursday, wary of wages.',
    'BoE holds fire as wage growth stays hot',
  ),
  ...decides('BOC', 'hold', {}, 'The Bank of Canada stayed on the sidelines again on Wednesday.'),
  ...decides(
    'RBNZ',
    'hold',
    levels(2.25),
    'RBNZ stands pat at 2.25%, says next move is up',
    'The Reserve Bank of New Zealand left the OCR at 2.25%.',
  ),
  ...decides(
    'RBA',
    'hold',
    levels(3.6),
    'RBA: cash rate unchanged at 3.60%',
    'The Reserve Bank of Australia kept the cash rate on hold at 3.6 per cent.',
  ),
  ...decides(
    'SNB',
    'hold',
    levels(0),
    'Swiss National Bank leaves policy rate at zero',
    'The SNB kept its policy rate at 0% for a third quarter running.',
  ),
  ...decides(
    'RIKSBANK',
    'hold',
    levels(1.75),
    'Riksbank leaves policy rate unchanged at 1.75%',
    "Sweden's central bank stood pat at 1.75%.",
  ),
  ...decides('NORGES', 'hold', levels(4), "Norway's central bank maintained its benchmark at 4%."),
  ...decides(
    'ECB',
    'hold',
    levels(2),
    'ECB keeps deposit rate at 2% for sixth meeting',
    'The European Central Bank kept borrowing costs where they were, with the deposit rate at 2%.',
  ),
  ...decides('BOJ', 'hold', levels(0.75), 'BOJ holds rates steady at 0.75%, as expected'),
  ...decides(
    'BOK',
    'hold',
    levels(2.5),
    'Bank of Korea freezes base rate at 2.50%',
    'The Bank of Korea froze its benchmark rate at 2.5% for a fifth straight meeting.',
  ),
  ...decides(
    'RBI',
    'hold',
    levels(5.25),
    'RBI maintains status quo, repo rate stays at 5.25%',
    'The Monetary Policy Committee of the Reserve Bank of India voted unanimously to keep the repo rate unchanged at 5.25%.',
  ),
  ...decides('BI', 'hold', levels(4.75), 'Bank Indonesia holds BI-Rate at 4.75% to guard the rupiah'),
  ...decides('BANXICO', 'hold', levels(7), 'Banxico pauses its easing, keeping the key rate at 7%'),
  ...decides('BCB', 'hold', levels(15), "Brazil's Copom keeps Selic at 15% in a unanimous vote"),
  ...decides('SARB', 'hold', levels(6.75), 'South African Reserve Bank keeps repo rate at 6.75%'),
  ...decides('CBR', 'hold', levels(16), 'Bank of Russia keeps key rate at 16%, in a surprise'),
  ...decides('SAMA', 'hold', levels(4.25), 'The Saudi Central Bank left its repo rate at 4.25 percent.'),
  ...decides(
    'PBOC',
    'hold',
    levels(3),
    'China leaves loan prime rate unchanged at 3.0% for a tenth month',
    "China's benchmark lending rates: one-year loan prime rate unchanged at 3.0%",
  ),
  ...decides(
    'FED',
    'hold',
    {},
    'Fed skips a cut and leaves borrowing costs alone',
    'No change from the Fed: policy makers left rates where they were',
    'The Fed opted to sit tight on Wednesday.',
    'Fed refrains from moving rates',
  ),
  ...decides(
    'FED',
    'hold',
    levels(3.5),
    'The FOMC kept the federal funds target range at 3.50 to 3.75 percent.',
    'The Fed, as expected, made no change to its 3.5%-3.75% policy rate.',
  ),
  ...decides('NBP', 'hold', levels(4), "Poland's central bank kept its main rate at 4.0%."),
  ...decides('CNB', 'hold', levels(3.5), 'The Czech National Bank left its two-week repo rate at 3.50%.'),
  ...decides('MNB', 'hold', levels(6.5), "Hungary's central bank kept the base rate at 6.5% on Tuesday."),
]

const cut: Case[] = [
  ...decides(
    'RBI',
    'cut',
    levels(5.25, -25),
    'RBI trims repo rate by 25 bps to 5.25%',
    'RBI cuts repo rate by a quarter point to 5.25 pct',
  ),
  ...decides('RBI', 'cut', by(-50), 'RBI delivers jumbo 50 bps rate cut'),
  ...decides(
    'BOE',
    'cut',
    levels(3.5, -25),
    'Bank of England shaves a quarter point off Bank Rate to 3.5%',
    'BoE takes Bank Rate down 25 basis points to 3.5%',
  ),
  ...decides(
    'ECB',
    'cut',
    levels(1.75, -25),
    'The ECB snipped its deposit rate by 25 bps to 1.75%.',
    'ECB eases again, taking the deposit rate to 1.75% from 2%',
  ),
  ...decides('BOC', 'cut', levels(2, -25), 'Bank of Canada lowers its policy rate 25 basis points to 2%'),
  ...decides(
    'RBNZ',
    'cut',
    levels(2.25, -50),
    'RBNZ slashes cash rate by 50 basis points to 2.25%',
    'The Reserve Bank of New Zealand went big, slashing the OCR by half a point to 2.25%.',
  ),
  ...decides('SNB', 'cut', levels(-0.25, -25), 'SNB goes negative, cutting its policy rate by 25 bps to -0.25%'),
  ...decides(
    'BANXICO',
    'cut',
    levels(6.75, -25),
    'Banxico cut its key rate by 25 basis points to 6.75% in a split vote',
  ),
  ...decides('BCB', 'cut', levels(14.5, -50), 'Copom kicks off easing with a 50 bp cut in the Selic to 14.5%'),
  ...decides(
    'CBRT',
    'cut',
    levels(37, -100),
    "Turkey's central bank cut its one-week repo rate by 100 basis points to 37 percent.",
  ),
  ...decides('CBR', 'cut', levels(15.5, -50), "Russia's central bank lowers key rate by 50 bps to 15.5%"),
  ...decides(
    'BOK',
    'cut',
    levels(2.25, -25),
    'Bank of Korea loosens policy, lowering its base rate by 25 basis points to 2.25%',
  ),
  ...decides('BI', 'cut', levels(4.5, -25), 'Bank Indonesia surprises with 25 bps cut to 4.5%'),
  ...decides(
    'SARB',
    'cut',
    levels(6.5, -25),
    "South Africa's Reserve Bank cut its repo rate by 25 basis points to 6.5%.",
    'SARB trims repo rate to 6.5% from 6.75%',
  ),
  ...decides('PBOC', 'cut', by(-10), "China's central bank cut the seven-day reverse repo rate by 10 basis points."),
  ...decides('RIKSBANK', 'cut', levels(1.5, -25), 'Riksbank delivers a quarter-point cut, to 1.5%'),
  ...decides(
    'FED',
    'cut',
    by(-50),
    'In an emergency move between meetings, the Federal Reserve slashed rates by half a percentage point on Tuesday.',
    'The Fed made an unscheduled half-point cut on Tuesday.',
  ),
  ...decides(
    'FED',
    'cut',
    by(-25),
    'Fed lops a quarter point off rates',
    'Quarter-point cut from the Fed',
    'Fed delivers its third straight quarter-point cut',
  ),
  ...decides(
    'RBA',
    'cut',
    levels(3.35, -25),
    'The RBA has cut the cash rate by 25 basis points, to 3.35 per cent.',
    'Cash rate cut to 3.35 per cent from 3.6 per cent by RBA',
  ),
]

const raised: Case[] = [
  ...decides(
    'BOJ',
    'hike',
    levels(1, 25),
    'BOJ lifts policy rate to 1.0% from 0.75%',
    'The Bank of Japan nudged its policy rate up by a quarter point to 1%.',
    'Bank of Japan hikes by 25 bps to 1%, the highest since 1995',
  ),
  ...decides(
    'RBA',
    'hike',
    levels(4.1, 25),
    'RBA hikes cash rate by 25 bps to 4.10%',
    "Australia's central bank ratchets its cash rate up by 25 basis points to 4.1%",
  ),
  ...decides(
    'CBRT',
    'hike',
    by(500),
    'Turkey stuns markets with 500-basis-point hike, lira jumps after central bank decision',
  ),
  ...decides('BCB', 'hike', levels(15, 25), 'Brazil central bank raises Selic rate 25 bps to 15%'),
  ...decides('CBR', 'hike', levels(21, 200), 'Bank of Russia jacks up key rate by 200 basis points to 21%'),
  ...decides('BI', 'hike', levels(6.25, 25), 'Bank Indonesia delivers surprise rate hike of 25 bps to 6.25%'),
  ...decides('BOC', 'hike', levels(1, 50), 'Bank of Canada doubles down with half-point rate increase to 1%'),
  ...decides('NORGES', 'hike', levels(4.25, 25), 'Norges Bank bumps its key rate up to 4.25% from 4%'),
  ...decides(
    'RBNZ',
    'hike',
    by(25),
    'The Reserve Bank of New Zealand pushed the Official Cash Rate up by 25 basis points.',
  ),
  ...decides('ECB', 'hike', by(25), 'ECB tightens the screws with a 25-basis-point rise in all three rates'),
  ...decides(
    'FED',
    'hike',
    by(75),
    'Fed goes for a third jumbo hike of 75 basis points',
    'Federal Reserve officials agreed to lift the benchmark rate by three-quarters of a percentage point.',
  ),
  ...decides('BOK', 'hike', levels(2.75, 25), 'BOK ups base rate to 2.75% from 2.5%'),
  ...decides(
    'BCRA',
    'hike',
    levels(35, 300),
    "Argentina's central bank raised its benchmark rate by 300 basis points to 35%.",
  ),
]

const notYet: Case[] = [
  ...decides(
    'BOJ',
    'hike',
    { status: 'expected' },
    'Economists polled see the Bank of Japan raising rates in April.',
    'BOJ to raise rates in April, most economists say',
    'The Bank of Japan is widely tipped to lift rates in April.',
  ),
  ...decides(
    'FED',
    'cut',
    { status: 'expected' },
    'Traders price in two Fed rate cuts by December.',
    'A Fed rate cut in June is all but certain, futures show.',
  ),
  ...decides(
    'ECB',
    'cut',
    { status: 'possible' },
    'ECB officials floated a rate cut in April.',
    'The ECB may have to cut rates again, Villeroy said.',
    'Could the ECB cut rates in April?',
  ),
  ...decides(
    'FED',
    'cut',
    { status: 'possible' },
    'Policy makers at the Fed want to see more evidence before they lower the federal funds rate from its range of 3.50% to 3.75%.',
    'The Fed could lower rates if hiring stalls.',
  ),
  ...decides(
    'BOE',
    'cut',
    { status: 'denied' },
    'The Bank of England ruled out a rate cut before May.',
    'The Bank of England defied calls to cut interest rates.',
  ),
  ...decides(
    'RIKSBANK',
    'hold',
    { status: 'expected', ...levels(1.75) },
    "The Swiss National Bank is expected to keep its policy rate at 0%, and Sweden's Riksbank to hold at 1.75%.",
  ),
  ...decides(
    'SNB',
    'hold',
    { status: 'expected', ...levels(0) },
    "The Swiss National Bank is expected to keep its policy rate at 0%, and Sweden's Riksbank to hold at 1.75%.",
  ),
]

const severalBanks = 'Norway keeps its key rate at 4% while Turkey’s central bank cuts by a full point to 36%.'
const severally: Case[] = [
  ...decides(
    'BOE',
    'cut',
    levels(3.75, -25),
    'The Bank of England met on Thursday.\n\nOf its members six voted to take a quarter point off, to 3.75%, and three for no change.',
  ),
  ...decides('NORGES', 'hold', levels(4), severalBanks),
  ...decides('CBRT', 'cut', levels(36, -100), severalBanks),
  ...ignores({ kind: 'policy_event', actor: 'NORGES', action: 'cut' }, severalBanks),
  ...ignores(
    { kind: 'rate', issuer: 'SNB', low: 1.75 },
    "The Swiss National Bank is expected to keep its policy rate at 0%, and Sweden's Riksbank to hold at 1.75%.",
  ),
  ...decides(
    'ECB',
    'cut',
    by(-25),
    'The ECB cut by a quarter point on Thursday; a day earlier the Bank of Canada had left rates alone.',
  ),
  ...decides(
    'BOC',
    'hold',
    {},
    'The ECB cut by a quarter point on Thursday; a day earlier the Bank of Canada had left rates alone.',
  ),
]

const decideNothing: Case[] = ignores(
  { kind: 'policy_event', type: 'rate_decision', status: 'happened' },
  'The Reserve Bank of India will conduct a variable rate repo auction of 500 billion rupees on Friday.',
  'The Federal Reserve Bank of New York said it will offer overnight repurchase agreements at the standing facility rate.',
  'The European Central Bank published the calendar of its monetary policy meetings for 2027.',
  'The Bank of England will hold an auction of gilts from its portfolio on Monday.',
  'Odds of a Fed rate cut by June stood at 71%, up from 58%.',
  'Rate cut bets lifted shares, with the Fed meeting a week away.',
  'The Bank of Japan releases the minutes of its January meeting on Tuesday.',
  'Banks raised their prime lending rates and cut jobs, though the Fed has yet to speak.',
  'The Swiss National Bank reported a profit of 26 billion francs.',
  'The Reserve Bank of Australia will release its statement at 2:30 p.m. on Tuesday.',
)

export const pressCases: Case[] = [...held, ...cut, ...raised, ...notYet, ...severally, ...decideNothing]
