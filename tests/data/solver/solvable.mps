NAME        
OBJSENSE
  MAX
ROWS
 N  Obj     
 L  r0      
 L  r1      
 L  r2      
 L  r3      
 L  r4      
 L  r5      
 L  r6      
 L  r7      
 L  r8      
 L  r9      
 L  r10     
 L  r11     
 L  r12     
 L  r13     
 L  r14     
 L  r15     
 L  r16     
 L  r17     
 L  r18     
 L  r19     
 L  r20     
 L  r21     
 L  r22     
 L  r23     
 L  r24     
 L  r25     
 L  r26     
 L  r27     
 L  r28     
 L  r29     
 L  r30     
 L  r31     
 L  r32     
 L  r33     
 L  r34     
 L  r35     
 L  r36     
 L  r37     
 L  r38     
 L  r39     
 L  r40     
 L  r41     
 L  r42     
 L  r43     
 L  r44     
 L  r45     
 G  r46     
 G  r47     
 G  r48     
COLUMNS
    MARK0000  'MARKER'                 'INTORG'
    c0        r0        1
    c0        r1        1
    c0        r2        -1
    c0        r46       3
    c1        r2        1
    c1        r3        1
    c1        r4        1
    c1        r5        -1
    c1        r46       3
    c2        r5        1
    c2        r6        1
    c2        r7        1
    c2        r46       3
    c3        r8        1
    c3        r9        1
    c3        r10       -1
    c3        r42       -1
    c3        r46       2
    c4        r10       1
    c4        r11       1
    c4        r12       1
    c4        r13       -1
    c4        r42       -1
    c4        r46       2
    c5        r13       1
    c5        r14       1
    c5        r15       1
    c5        r46       2
    c6        r16       1
    c6        r17       1
    c6        r18       -1
    c6        r46       3
    c7        r18       1
    c7        r19       1
    c7        r20       1
    c7        r43       -1
    c7        r46       3
    c8        r21       1
    c8        r22       1
    c8        r23       -1
    c8        r46       2
    c9        r23       1
    c9        r24       1
    c9        r25       1
    c9        r26       -1
    c9        r46       2
    c10       r26       1
    c10       r27       1
    c10       r28       1
    c10       r46       2
    c11       r29       1
    c11       r30       1
    c11       r31       -1
    c11       r46       3
    c12       r31       1
    c12       r32       1
    c12       r33       1
    c12       r46       3
    c13       r34       1
    c13       r35       1
    c13       r36       -1
    c13       r46       2
    c14       r36       1
    c14       r37       1
    c14       r38       1
    c14       r39       -1
    c14       r46       2
    c15       r39       1
    c15       r40       1
    c15       r41       1
    c15       r44       -1
    c15       r45       -1
    c15       r46       2
    c16       r14       -1
    c16       r48       -96
    c17       r0        -1
    c17       r48       -4
    c18       r3        -1
    c18       r48       -4
    c19       Obj       -2500
    c19       r0        -1
    c19       r3        -1
    c19       r48       -22
    c20       Obj       -2500
    c20       r3        -1
    c20       r6        -1
    c20       r48       -28
    c21       r6        -1
    c21       r48       -8
    c22       r8        -1
    c22       r48       -4
    c23       r8        -1
    c23       r11       -1
    c23       r48       -16
    c24       Obj       -2500
    c24       r8        -1
    c24       r11       -1
    c24       r42       1
    c24       r47       1
    c24       r48       -28
    c25       Obj       -2500
    c25       r11       -1
    c25       r14       -1
    c25       r48       -20
    c26       Obj       -2500
    c26       r16       -1
    c26       r19       -1
    c26       r48       -20
    c27       r16       -1
    c27       r24       -1
    c27       r48       -16
    c28       Obj       -2500
    c28       r19       -1
    c28       r43       1
    c28       r47       1
    c28       r48       -16
    c29       r19       -1
    c29       r48       -60
    c30       Obj       -2500
    c30       r16       -1
    c30       r48       -12
    c31       r21       -1
    c31       r24       -1
    c31       r48       -20
    c32       r27       -1
    c32       r48       -24
    c33       r21       -1
    c33       r48       -2
    c34       Obj       -2500
    c34       r24       -1
    c34       r27       -1
    c34       r48       -24
    c35       r24       -1
    c35       r48       -12
    c36       Obj       -2500
    c36       r19       -1
    c36       r27       -1
    c36       r48       -28
    c37       Obj       -2500
    c37       r27       -1
    c37       r48       -20
    c38       r1        -1
    c38       r48       -4
    c39       r4        -1
    c39       r48       -8
    c40       r7        -1
    c40       r48       -8
    c41       r9        -1
    c41       r48       -8
    c42       r12       -1
    c42       r48       -12
    c43       r15       -1
    c43       r48       -16
    c44       r17       -1
    c44       r48       -6
    c45       r20       -1
    c45       r48       -8
    c46       r22       -1
    c46       r48       -4
    c47       r25       -1
    c47       r48       -8
    c48       r28       -1
    c48       r48       -8
    c49       r29       -1
    c49       r48       -6
    c50       Obj       -2500
    c50       r29       -1
    c50       r32       -1
    c50       r48       -24
    c51       r32       -1
    c51       r48       -16
    c52       r34       -1
    c52       r37       -1
    c52       r48       -8
    c53       r34       -1
    c53       r48       -4
    c54       r40       -1
    c54       r44       1
    c54       r47       1
    c54       r48       -12
    c55       Obj       -2500
    c55       r37       -1
    c55       r40       -1
    c55       r48       -16
    c56       Obj       -2500
    c56       r32       -1
    c56       r37       -1
    c56       r40       -1
    c56       r48       -32
    c57       Obj       -2500
    c57       r40       -1
    c57       r45       1
    c57       r47       1
    c57       r48       -24
    c58       r30       -1
    c58       r48       -8
    c59       r33       -1
    c59       r48       -16
    c60       r35       -1
    c60       r48       -4
    c61       r38       -1
    c61       r48       -8
    c62       r41       -1
    c62       r48       -20
    MARK0001  'MARKER'                 'INTEND'
RHS
    RHS_V     r46       39
    RHS_V     r47       4
    RHS_V     r48       -330
BOUNDS
 BV BOUND     c0      
 BV BOUND     c1      
 BV BOUND     c2      
 BV BOUND     c3      
 BV BOUND     c4      
 BV BOUND     c5      
 BV BOUND     c6      
 BV BOUND     c7      
 BV BOUND     c8      
 BV BOUND     c9      
 BV BOUND     c10     
 BV BOUND     c11     
 BV BOUND     c12     
 BV BOUND     c13     
 BV BOUND     c14     
 BV BOUND     c15     
 BV BOUND     c16     
 BV BOUND     c17     
 BV BOUND     c18     
 BV BOUND     c19     
 BV BOUND     c20     
 BV BOUND     c21     
 BV BOUND     c22     
 BV BOUND     c23     
 BV BOUND     c24     
 BV BOUND     c25     
 BV BOUND     c26     
 BV BOUND     c27     
 BV BOUND     c28     
 BV BOUND     c29     
 BV BOUND     c30     
 BV BOUND     c31     
 BV BOUND     c32     
 BV BOUND     c33     
 BV BOUND     c34     
 BV BOUND     c35     
 BV BOUND     c36     
 BV BOUND     c37     
 BV BOUND     c38     
 BV BOUND     c39     
 BV BOUND     c40     
 BV BOUND     c41     
 BV BOUND     c42     
 BV BOUND     c43     
 BV BOUND     c44     
 BV BOUND     c45     
 BV BOUND     c46     
 BV BOUND     c47     
 BV BOUND     c48     
 BV BOUND     c49     
 BV BOUND     c50     
 BV BOUND     c51     
 BV BOUND     c52     
 BV BOUND     c53     
 BV BOUND     c54     
 BV BOUND     c55     
 BV BOUND     c56     
 BV BOUND     c57     
 BV BOUND     c58     
 BV BOUND     c59     
 BV BOUND     c60     
 BV BOUND     c61     
 BV BOUND     c62     
ENDATA
