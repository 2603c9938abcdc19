" Customer journeys in Vim and Neovim: :make checks the file, gggqG formats it.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=//\ %s comments=:// expandtab shiftwidth=2 softtabstop=2

" The findings in the quickfix list: path:line:column: severity: message [CODE name]
setlocal makeprg=journeyctl\ check\ --output-format\ concise\ %:S
setlocal errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m,%-G%.%#

" The whole file, for the columns of a stage depend on all of its lines.
setlocal formatprg=journeyctl\ fmt\ -

" The same check of a text that is not saved.
command! -buffer JourneyCheck cgetexpr system(
      \ 'journeyctl check --output-format concise --stdin-filename ' . expand('%:S') . ' -',
      \ getline(1, '$')) | cwindow

let b:undo_ftplugin = 'setlocal commentstring< comments< expandtab< shiftwidth< softtabstop<'
      \ . ' makeprg< errorformat< formatprg< | delcommand -buffer JourneyCheck'
