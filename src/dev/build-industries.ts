/** Makes models/instruments/industries.tsv, which says what a company's name speaks of: `npx tsx src/dev/build-industries.ts LISTINGS.tsv`. */
import { readFileSync, writeFileSync } from 'node:fs'

/** Industries of the listing table that make a line, with the least and most market value in billions of USD. */
const lines: { name: string; industry: RegExp; least?: number; most?: number; also?: string }[] = [
  {
    name: 'agriculture',
    industry: /^(?:Farming|Meat\/Poultry|Agricultural Chem|Agricultural Prod)/,
    least: 0.3,
    also: 'DE',
  },
  { name: 'airlines', industry: /^Air Freight|Airlines/, also: 'DAL UAL AAL LUV JBLU ALK ULCC BA AIR.PA LHA.DE RYAAY' },
  {
    name: 'autos',
    industry: /^(?:Auto (?:Manufacturing|Parts)|Motor Vehicles|Automotive Aftermarket)/,
    also: 'F GM TM HMC STLA MBG.DE VOW3.DE BMW.DE P911.DE RNO.PA 7201.T 005380.KS 000270.KS VOLV-B.ST',
  },
  {
    name: 'banks',
    industry: /^(?:Major Banks|Banks|Diversified Banks|Commercial Banks|Investment Bank)/,
    least: 60,
    also: 'JPM BAC C GS MS WFC UBS DB BCS HSBC BNP.PA GLE.PA ACA.PA CSGN.SW STAN.L UCG.MI ISP.MI CBK.DE',
  },
  { name: 'cybersecurity', industry: /^$/, also: 'CRWD PANW FTNT ZS S OKTA NET CHKP CYBR TENB RPD QLYS VRNS' },
  {
    name: 'defense',
    industry: /^(?:Military|Aerospace & Defense|Ordnance)/,
    least: 0.3,
    also: 'LMT RTX NOC GD BA.L RHM.DE HO.PA SAAB-B.ST LHX HII',
  },
  {
    name: 'electric-vehicles',
    industry: /^$/,
    also: 'TSLA RIVN LCID NIO XPEV LI PSNY 1211.HK QS CHPT BLNK EVGO 373220.KS 300750.SZ',
  },
  { name: 'gas', industry: /^Natural Gas Distribution/, also: 'LNG EQT VG KMI WMB AR RRC CTRA' },
  { name: 'gold', industry: /^Precious Metals/ },
  {
    name: 'health',
    industry:
      /^(?:Biotech|Medicinal|Medical|Pharmaceut|Other Pharma|Hospital|Managed Health|Health Care|Life Sciences|Misc Health|Ophthalmic)/,
    also: 'BAYN.DE ROG.SW',
  },
  { name: 'homebuilders', industry: /^Homebuilding/ },
  {
    name: 'media',
    industry: /^(?:Broadcasting|Movies|Newspapers|Publishing|Cable & Other|Radio And|Interactive Home)/,
    also: 'NFLX DIS CMCSA WBD SPOT ROKU EA TTWO NWSA FOXA LYV WMG 7974.T',
  },
  { name: 'mega-cap-tech', industry: /^$/, also: 'AAPL MSFT GOOGL AMZN META NVDA' },
  {
    name: 'metals',
    industry: /^(?:Metal Mining|Steel|Aluminum|Copper|Other Metals|Mining & Quarry|Industrial Metals)/,
    also: 'FCX RIO BHP VALE GLEN.L AAL.L FMG.AX AA ALB NUE MT',
  },
  {
    name: 'oil',
    industry: /^(?:Oil & Gas (?:Production|Exploration)|Integrated oil|Oilfield|Oil Refining|Oil and Gas Field)/,
    also: 'XOM CVX BP SHEL TTE COP OXY PBR EQNR 2222.SR',
  },
  { name: 'regional-banks', industry: /^(?:Major Banks|Banks|Commercial Banks|Savings Inst|Regional Banks)/, most: 60 },
  { name: 'reits', industry: /^(?:Real Estate|Retail REITs|Multi-Family|Office REITs|Building operators)/ },
  {
    name: 'retail',
    industry:
      /^(?:Department|Catalog|Clothing\/Shoe|Other Specialty Stores|RETAIL|Food Chains|Retail-|Consumer Staples Merch|Broadline)/,
    also: 'WMT TGT COST HD LOW M KSS BBY EBAY ETSY ITX.MC HM-B.ST TSCO.L BABA JD',
  },
  {
    name: 'semiconductors',
    industry: /^Semiconductor/,
    also: 'NVDA INTC AMD QCOM TXN MU TSM ASML ARM 005930.KS 000660.KS 8035.T 6857.T 0981.HK',
  },
  { name: 'solar', industry: /^$/, also: 'ENPH FSLR RUN SEDG NEE PLUG BE VWS.CO ORSTED.CO ENR.DE' },
  { name: 'travel', industry: /^(?:Hotels|Cruise)/, also: 'ABNB BKNG EXPE MAR HLT CCL RCL NCLH LVS WYNN' },
  { name: 'utilities', industry: /^(?:Electric Util|Power Generation|Multi-Util)/, also: 'IBE.MC ENEL.MI' },
]

const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: build-industries LISTINGS.tsv')
const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const column = (name: string): number => header.split('\t').indexOf(name)
const companies = rows.map((row) => {
  const cells = row.split('\t')
  return {
    symbol: cells[column('symbol')]!,
    industry: cells[column('industry')]?.trim() ?? '',
    billions: Number(cells[column('marketCap')]) / 1e9,
  }
})
const out = lines.map(({ name, industry, least = 0, most = Infinity, also = '' }) => {
  const listed = companies.filter(
    (c) => c.industry && industry.test(c.industry) && c.billions >= least && c.billions <= most,
  )
  return `${name}\t${[...new Set([...listed.map((c) => c.symbol), ...also.split(' ').filter(Boolean)])].sort().join(' ')}`
})
writeFileSync(new URL('../../models/instruments/industries.tsv', import.meta.url), `${out.join('\n')}\n`)
