/** An economy that is named, but not as the one whose figures follow: "70.6 U.S. cents" · "leaving for Australia" · "exports to China" */

/** What a currency's name, or a price's, has behind the economy's. */
const ofMoney = /^\s(?:dollars?|cents?|currency|pounds?|pesos?|crude|(?:stock|index)\sfutures)\b/i
const away =
  /\b(?:(?:exports?|shipments?|sales|sold|deliveries|arrivals|flights|ship(?:s|ped|ping)?|moves?|moved|moving|flow(?:s|ed|ing)?|tied|close|next|loyal|visits?|trips?|travel(?:s|led|ing)?)\s(?:[a-z]+\s){0,2}to|(?:leav(?:e|es|ing)|left|bound|head(?:ed|ing)|depart(?:ed|ing)|market)\sfor|(?:imports?|imported|goods|gas|oil|visitors|tourists|arrivals|competition|orders|demand|bought)\sfrom|(?:trade|talks|deal|agreement|pact|surplus|deficit|border|war|row)\swith|than|unlike|against|versus|vs\.?)\s(?:the\s|in\s){0,2}$/i

export const isByTheWay = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  ofMoney.test(text.slice(end, end + 16)) || away.test(text.slice(Math.max(0, start - 44), start))
