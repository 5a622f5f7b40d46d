/** Words behind which a sign stands for itself, in lower case: "the ?", "press ,", "ends with .", "cargo install .". */
export const namesSigns: ReadonlySet<string> = new Set(
  (
    'a about add after an and any around as at before behind between build by called cd change character clone code comma ' +
    'commas copy dot double each every extra find fmt for from grep handle have in init install into is key leading letter like ls ' +
    'mark marks means missing multiple no of on one operator or period press prints return run sign signs single ' +
    'some support supports symbol test than that the then this through to trailing two type types use used uses ' +
    'using via when where with without write your'
  ).split(' '),
);

/** Abbreviations of four letters and more, which keep their full stop before a comma. */
export const abbreviations: ReadonlySet<string> = new Set(
  (
    'abbr admin approx appt appts assn assoc asst attn attrib aufl avail betr bspw bzgl calc cert chap coll ' +
    'comm comp conf cont contd contrib coop corp corr dept depts desc diff dipl dist encl engl equiv eval evtl ' +
    'excl exec figs geogr ggfs govt hist hosp hrsg illus incl indiv inst intl intro jahrh lang maint math mech ' +
    'mgmt mins misc natl orig para paras prelim prep pres prev priv prob prod prof profs prog proj prov publ ' +
    'refs repr resp revs secs sect sects sens sept spec specs stat stats subj subst supp suppl syst tech techn ' +
    'temp temps theor thur thurs trad transl treas tues univ usw util vars vols weds anon append arch assy bibl bibliogr biol bldg blvd bros chem colloq conj cons ' +
    'dial econ elec elem exper fict gener geog geol ibid inkl introd lect lett masc mech mtgs neut obsol obgl ' +
    'pers phil philos phot phys plur poss pref proc pron pseud psych recd rept reqd seqq sing sogen syll symp tbsp ' +
    'topog trans transcr transf transl typ usus verb vgl warr'
  ).split(' '),
);

/** Words that go on behind a comma, and that no list without spaces has: "name the line ,and the column". */
export const joiningWords: ReadonlySet<string> = new Set(
  (
    'also although and are as because but by even especially for from have however if including is not our so ' +
    'such that the their there they this too was we when where which while who with without you your'
  ).split(' '),
);
