/** Words of technique and tactic names that readers break elsewhere than the rule of hyphenated.ts does. */
const words = `
  access-ibil-ity addi-tional ad-dresses admin-istra-tion admin-istra-tor adver-tis-ing alter-native
  ampli-fica-tion app-domain-man-ager apple-script appli-ances appli-cation appli-cations arti-ficial asym-met-ric
  asyn-chro-nous attrib-utes authen-tica-tion autho-riza-tion autho-rized auto-mated auto-start avail-abil-ity
  bidi-rec-tional cal-cula-tion capa-bil-ities cer-tifi-cate cer-tifi-cates click-once col-lected com-muni-cation
  com-muni-cations com-ponent com-ponents com-pressed con-ditional con-figu-ration con-figu-rations con-tainer
  cryp-tographic cryp-tog-raphy data-bases de-face-ment destruc-tion devel-oper devel-opment direc-tories
  dis-abling dis-cov-ery dis-trib-uted dop-pel-gäng-ing dupli-cation ele-vation en-crypted engi-neer-ing
  enu-mera-tion esca-lation estab-lish exe-cut-able exe-cution exploita-tion for-ward-ing fraudu-lent gate-keeper
  gen-era-tion geo-fenc-ing graph-ical guard-rails hard-coded hier-archy hijack-ing histo-rian hol-low-ing
  hyper-visor iden-tifi-cation imper-son-ate imper-son-ation indi-cator indi-cators infor-mation infra-struc-ture
  ini-tial-iza-tion instal-lation in-staller install-util instru-men-tation intel-ligence inter-faces inter-preter
  invis-ible java-script kerbe-roast-ing legiti-mate list-plant-ing lock-screen malver-tis-ing man-age-ment
  manipu-late manipu-lation mas-quer-ade mas-querad-ing mav-inject mes-sag-ing modi-fica-tion multi-band
  multi-cast multi-layer multi-media noti-fica-tions obfus-cated obfus-cation oper-ating oper-ational
  orga-niza-tion over-write param-eter par-tition periph-eral poi-son-ing power-shell pref-erences prin-cipal
  privi-lege pro-cedure pro-cedures pro-cess-ing proces-sors pro-duc-tiv-ity prop-erties pro-tected pro-tocols
  pro-viders re-ceivers record-ings regis-tra-tion remov-able repack-aged repli-cation report-ing reposi-tories
  reposi-tory reso-lution re-sources revers-ible sched-uled sched-uling screen-saver script-ing sen-sitive
  server-less share-point sig-nal-ing sig-nature spear-phish-ing stega-nog-raphy sub-scribe sub-scrip-tion
  sym-met-ric sync-appv-pub-lish-ing-server tech-nical tech-nology tem-porary time-stomp trans-lation trig-gered
  tun-nel-ing unau-tho-rized unen-crypted un-in-stall unse-cured unsup-ported utili-ties ver-sion-ing
  vir-tual-iza-tion vul-ner-abil-ities vul-ner-abil-ity work-sta-tion
`;

/** Lengths of a word's parts, by the word in small letters. */
export const hyphenatedWords: ReadonlyMap<string, readonly number[]> = new Map(
  words
    .trim()
    .split(/\s+/)
    .map((word) => [word.replaceAll("-", ""), word.split("-").map((part) => part.length)]),
);
