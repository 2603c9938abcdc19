" Customer journeys in Vim and Neovim: :make checks the file, gggqG formats it.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=//\ %s comments=:// expandtab shiftwidth=2 softtabstop=2

" The findings in the quickfix list: path:line:column: severity: message [CODE name]. The column
" counts characters, to which the one on the screen (%v) comes nearest.
setlocal makeprg=journeyctl\ check\ --output-format\ concise\ %:S
setlocal errorformat=%f:%l:%v:\ %t%*[a-z]:\ %m,%-G%.%#

" The whole file, for the columns of a stage depend on all of its lines.
setlocal formatprg=journeyctl\ fmt\ -

" The same check of a text that is not saved.
function! s:check() abort
  let l:name = expand('%') ==# '' ? 'new.journey' : expand('%')
  let l:command = 'journeyctl check --output-format concise --stdin-filename '
  let l:said = systemlist(l:command . shellescape(l:name) . ' -', getline(1, '$') + [''])
  call setqflist([], ' ', {'lines': l:said, 'efm': &errorformat, 'title': 'journeyctl'})
  cwindow
endfunction
command! -buffer JourneyCheck call s:check()

let b:undo_ftplugin = 'setlocal commentstring< comments< expandtab< shiftwidth< softtabstop<'
      \ . ' makeprg< errorformat< formatprg< | delcommand -buffer JourneyCheck'
