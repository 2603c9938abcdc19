" Customer journeys in Vim and Neovim. Of matches that start together the last one wins, so
" that the forms of a line stand here from the last to the first.
if exists('b:current_syntax')
  finish
endif
syntax case ignore

" Tags are what stands behind the label, to the end of the line.
let s:tag = '\%([@#^][^[:space:]:,;.]\+\%(:[1-5]\)\=\|:[1-5]\|!\|\[[^][]*]\|\d\+\%([.,]\d\+\)\=%\)'
let s:rest = '\%(\s\+' . s:tag . '\)*\s*$'
let s:keys = 'journey\|type\|scope\|model\|stages\|language\|state\|duration\|goal\|owner'
      \ . '\|updated\|focus\|context\|audience\|approach\|strategy\|personalization\|transaction'
      \ . '\|relationship\|metric\|note\|role\|side\|department\|count\|need\|quote\|kind\|content'
      \ . '\|pain\|idea\|link\|backstage\|system\|evidence'

syntax match journeyWrong /^\s*\zs\S.*/
syntax match journeyAnswer /^\s*\S.\{-}->.*/ contains=journeyShare,journeyArrow
execute 'syntax match journeyFact /^\s*\%(' . s:keys . '\)\s*:.*/ contains=journeyKey'
syntax match journeyRemark /^\s*\%(pain\|idea\|backstage\)\s*:.*/
      \ contains=journeyKey,journeyActor,journeyDuration
syntax match journeyName /^\s*\%(stage\|actor\|channel\|system\)\s\+[^[:space:]:].*/
      \ contains=journeyDeclaration,journeyLabel,journeyDuration
syntax match journeyStep /^\s*[-~|&?]\%(\s.*\)\=$/
      \ contains=journeyMark,journeyActor,journeyChannel,journeyFeeling,journeyMoment,journeyDuration,journeyId,journeyShare
syntax match journeyAnswer /^\s*->.*/ contains=journeyArrow
syntax match journeyComment /^\s*\/\/.*/

syntax match journeyMark /^\s*\zs[-~|&?]/ contained
syntax match journeyDeclaration /^\s*\zs\a\+/ contained
syntax match journeyLabel /:\s\+\zs[^[].\{-}\ze\s*\%(\[[^][]*]\)\=\s*$/ contained
execute 'syntax match journeyKey /^\s*\zs\%(' . s:keys . '\)\s*:/ contained'
syntax match journeyArrow /->/ contained nextgroup=journeyTarget,journeyLeave skipwhite
syntax match journeyTarget /\S.*/ contained
syntax match journeyLeave /\%(next\|end\|leave\)\s*$/ contained

execute 'syntax match journeyActor /\s\zs@[^[:space:]:,;.]\+\ze\%(:[1-5]\)\=' . s:rest . '/ contained'
execute 'syntax match journeyChannel /\s\zs#[^[:space:]:,;.]\+\ze' . s:rest . '/ contained'
execute 'syntax match journeyFeeling /:[1-5]\ze' . s:rest . '/ contained'
execute 'syntax match journeyMoment /\s\zs!\ze' . s:rest . '/ contained'
execute 'syntax match journeyDuration /\s\zs\[[^][]*]\ze' . s:rest . '/ contained'
execute 'syntax match journeyId /\s\zs^[^[:space:]:,;.]\+\ze' . s:rest . '/ contained'
syntax match journeyShare /\s\zs\d\+\%([.,]\d\+\)\=%\ze\s*\%($\|->\)/ contained

highlight default link journeyComment Comment
highlight default link journeyWrong Error
highlight default link journeyMark Statement
highlight default link journeyDeclaration Keyword
highlight default link journeyName Type
highlight default link journeyKey Label
highlight default link journeyFact String
highlight default link journeyRemark String
highlight default link journeyActor Identifier
highlight default link journeyChannel Tag
highlight default link journeyFeeling Number
highlight default link journeyMoment Special
highlight default link journeyDuration Number
highlight default link journeyShare Number
highlight default link journeyId Label
highlight default link journeyArrow Operator
highlight default link journeyTarget Label
highlight default link journeyLeave Statement

let b:current_syntax = 'journey'
