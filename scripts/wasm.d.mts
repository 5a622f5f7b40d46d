/** @throws Error where npm cannot install it */
export function fetchWasm(root: string, cache: string): string;
