/**
 * Words that begin a sentence far more often than they are a member of something in a program. Left out are those that
 * programs use as names: all, any, for, in, is, let, not, on, then, to, with.
 */
export const sentenceStarters: ReadonlySet<string> = new Set(
  (
    'A About After Again Also Although An And Another As At Because Before Besides Both But By Currently Despite ' +
    'Due During Each Earlier Either Even Every Finally First From Fortunately Furthermore Happily He Hence Her Here ' +
    'His How However I If Instead It Its Last Later Like Luckily Many Meanwhile Moreover Most Much My ' +
    'Nevertheless Now Of Often Once One Only Or Other Our Overall Please Previously Rather Recently She Similarly ' +
    'Since So Some Someone Sometimes Soon Still Such Thank Thanks That The Their There Therefore These They This ' +
    'Those Though Three Through Thus Together Two Unfortunately Unless Unlike Until Usually We What When Whenever ' +
    'Where Whether Which While Who Why Without You Your'
  ).split(' '),
);

/** "It’s", "We’ve", "Don’t": no program has such names. */
export const contraction =
  /^(?:(?:I|It|That|This|There|Here|What|Who|We|You|They|He|She|Let)['’](?:s|m|re|ve|ll|d)|(?:Do|Does|Did|Is|Are|Was|Were|Has|Have|Ca|Wo|Could|Would|Should)n['’]t)$/;

/** Words that no number is listed with: "4.1.3,and" has lost its space, "9.30,then" may be a code. */
export const behindNumber: ReadonlySet<string> = new Set(
  'and but or so which who we they the it where when while because although'.split(' '),
);
/** What begins a sentence and names nothing in a program, so that "October.The" is no `Module.Member`. */
export const behindName: ReadonlySet<string> = new Set(
  'The We They These Those There However Our Their Although Because'.split(' '),
);
