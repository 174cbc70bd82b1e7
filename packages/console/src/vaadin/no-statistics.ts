/** Stands in for Vaadin's usage statistics: nothing is counted and nobody is called. */
export function usageStatistics(): void {}
