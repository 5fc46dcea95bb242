export interface ConfidenceWords {
  word: 'sure' | 'likely' | 'possible' | 'a guess';
  /** Filled dots out of four. */
  dots: 1 | 2 | 3 | 4;
}

/** A number 0..1 as one would say it. */
export function confidenceWords(confidence: number): ConfidenceWords {
  if (confidence >= 0.9) return { word: 'sure', dots: 4 };
  if (confidence >= 0.7) return { word: 'likely', dots: 3 };
  if (confidence >= 0.4) return { word: 'possible', dots: 2 };
  return { word: 'a guess', dots: 1 };
}
