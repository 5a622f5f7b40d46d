/** More parts of a run than there are jobs in the largest matrix of a CI service. */
export const mostShards = 1000;
