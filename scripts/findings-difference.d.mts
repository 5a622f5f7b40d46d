interface Said {
  readonly ruleId: string;
  /** File, line and column. */
  readonly place: string;
  readonly message: string;
}

interface Row {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  readonly gone: number;
  readonly added: number;
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly line: number;
    readonly column: number;
  }[];
}

interface Difference {
  readonly rows: readonly Row[];
  readonly gone: readonly Said[];
  readonly added: readonly Said[];
}

export function findingsDifference(before: readonly Result[], after: readonly Result[]): Difference;
export function differenceText(difference: Difference, most: number): string;
