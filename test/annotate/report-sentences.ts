/** Sentences in the manner of company reports, made up as a probe: none of them is trained on; the model card says which of their patterns are. */
const sentences = {
  positive: `
Pretax earnings at the paper unit came to EUR 14.2 mn, against EUR 9.8 mn in the comparison quarter.
Sales in the Nordic stores went up 6 % on the year.
We are satisfied with a quarter in which every division did better than last year.
Operating result swung from a EUR 3 mn loss to a EUR 5 mn gain.
Thanks to the larger fleet, freight volumes set a new record in August.
The dairy said its market share in yoghurt has widened to 31 %.
The bank's loan losses shrank to EUR 2.1 mn, down from EUR 7.4 mn.
The builder has landed a EUR 45 mn job to erect a hospital in Turku.
The group now guides for a clearly better operating margin than a year ago.
A German utility has chosen the company to deliver boilers worth about EUR 60 mn.
Customers have welcomed the new phone, and shipments will be brought forward.
The efficiency drive is set to save EUR 12 mn annually.
Earnings per share came in at EUR 0.41, beating the EUR 0.35 that analysts had pencilled in.
Passenger numbers at the ferry line advanced by a tenth in July.
The cooperation gives the firm access to the fast-growing Asian market.
The shares climbed 4.1 % to EUR 18.60 in Helsinki.
Order books are fuller than at any time since 2008.
The company sees full-year sales at the top end of its range.
Second-quarter EBIT nearly doubled.
The lower oil price cut its fuel bill by a fifth.
Profit for the nine months was EUR 88.1 mn (EUR 70.5 mn).
The tyre maker will double output at its Russian site because of brisk demand.
The engineering group strengthened its foothold in China through the deal.
Net interest income increased by 12 % from the previous year.
Both turnover and profit improved clearly.
The rating agency lifted its view of the company to stable from negative.
Its cash position got stronger during the period.
The firm was awarded the prize for the best annual report.`,
  negative: `
Pretax earnings at the paper unit came to EUR 9.8 mn, against EUR 14.2 mn in the comparison quarter.
Sales in the Nordic stores went down 6 % on the year.
The mill will stand idle for three weeks as orders dry up.
Operating result swung from a EUR 5 mn gain to a EUR 3 mn loss.
The operator lost 40,000 subscribers between April and June.
The bank's loan losses grew to EUR 7.4 mn, up from EUR 2.1 mn.
The group now guides for a clearly weaker operating margin than a year ago.
Some 250 people at the Oulu site face redundancy.
The shares sank 4.1 % to EUR 14.20 in Helsinki.
Profit for the nine months was EUR 70.5 mn (EUR 88.1 mn).
Currency swings wiped EUR 6 mn off the result.
The court ordered the company to pay EUR 3 mn in damages to a former supplier.
Full-year sales will fall short of what the company had indicated.
The airline said its loss for the quarter deepened.
The sawmill will be shut for good next spring.
The auditor expressed doubts about the retailer's ability to carry on.`,
  neutral: `
The company's headquarters are in Vantaa.
The parties agreed not to make the price public.
The deal comprises 22 lifts and 14 escalators.
The new factory is due to open in the autumn of 2009.
Mr Lahti, 48, will take up the post on 1 March.
The group employs about 3,200 people in 14 countries.
The annual report will come out in week 10.
The buyer is a Swedish private equity fund.
The contract runs for four years with an option for two more.
The shareholding now equals 5.2 % of the votes.
The subsidiary makes hydraulic cylinders for forestry machines.
The board will convene a meeting of shareholders for 14 April.
The vessel can carry 1,900 passengers and 400 cars.
The stock trades on the main list under the symbol NVK1V.
The divestment covers the printing house in Tampere and its 60 workers.
The system will be handed over to the customer by the end of the year.
Annual sales of the acquired business are around EUR 8 mn.
The plot lies next to the ring road.
The trial phase will last six months.
The new shares carry a right to dividends from the 2010 financial year.
The price corresponds to EUR 21 per share.
The chairman did not wish to say more about the talks.
The two firms have worked together since 1996.
The building will have 12 floors and some 9,000 square metres of offices.
The company is considering its options for the unit.
The fund manages assets of EUR 1.4 bn.
The tender covers road upkeep in three districts.
The estimated value of the order is about EUR 25 mn.
The firm supplies software to insurers and banks.
The meeting decided to cancel the shares held by the company.
The pilot customers are two hospitals in Norway.
The trading code of the share will be changed.
The report does not take into account the effect of the acquisition.
The machines will be shipped to Uruguay in two lots.
The total area of the shopping centre is 38,000 square metres.
The company's products include locks, hinges and door closers.
Trading in the shares starts on 3 June.
The agreement still needs the approval of the authorities.
The unit will report to the head of the packaging division.
Ms Berg has worked for the bank since 2001.
Half of the investment will be made this year and half next year.
The website is available in five languages.`,
} as const

export type Tone = keyof typeof sentences

export const reportSentences: readonly (readonly [Tone, string])[] = Object.entries(sentences).flatMap(([tone, text]) =>
  text
    .trim()
    .split('\n')
    .map((sentence) => [tone as Tone, sentence] as const),
)
