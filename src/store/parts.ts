/** The parts that are played in themes, as findings and months name them. */
export const parts = ['from', 'to', 'winners', 'losers', 'imposer', 'target', 'goods'] as const
